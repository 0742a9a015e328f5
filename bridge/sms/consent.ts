/** What a text that is one of the carrier's keywords asks for. */
export type ConsentWord = "stop" | "start" | "help";

// As on United States' and Canadian lines, where the carrier answers them itself: https://help.twilio.com/articles/223134027
// Without the `u` flag `i` folds ASCII only, so that no foreign letter becomes one of these.
const KEYWORDS: [ConsentWord, RegExp][] = [
  ["stop", /^(?:stop|stopall|unsubscribe|cancel|end|quit|revoke|optout)$/i],
  ["start", /^(?:start|unstop|yes)$/i],
  ["help", /^(?:help|info)$/i],
];

/**
 * Reads a text as the carrier's consent keywords: the whole body, in any case, with white space around it. `start` from
 * somebody who never opted out means nothing, for `YES` is also an ordinary answer.
 */
export function consentWord(body: string): ConsentWord | null {
  const word = body.trim();
  return KEYWORDS.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}
