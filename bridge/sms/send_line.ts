import type { E164 } from "./e164.ts";
import { type Country, parsePhoneNumber } from "./phone_number.ts";
import { beginsLikeNumber, leadingPieces } from "./written_number.ts";

/** What a channel message asks for, if it is a send line. `body` is still in Slack's writing. */
export type SendLine =
  | { kind: "none" }
  | { kind: "bad"; why: string }
  | { kind: "send"; to: E164; body: string };

const EXAMPLE = "`send 4159436084 Hello`";

/**
 * Reads `send <number> <message>`. Talk that only happens to begin with the word, such as “send me the file”, is none; what
 * has a number in the number's place but cannot be sent is bad, with one sentence for the person who wrote it.
 */
export function parseSendLine(text: string, homeCountry: Country): SendLine {
  const rest = /^\s*send\s+([^]*)$/i.exec(text)?.[1];
  if (rest === undefined || !beginsLikeNumber(rest)) return { kind: "none" };
  const found = findNumber(rest, homeCountry);
  if (!found.ok) return { kind: "bad", why: `${found.why} Try ${EXAMPLE}.` };
  const body = rest.slice(found.end).replace(/^[,:;](?=\s|$)/, "").trim();
  if (!body) {
    return {
      kind: "bad",
      why: `There is no message after the number; try ${EXAMPLE}.`,
    };
  }
  return { kind: "send", to: found.number, body };
}

type Found = { ok: true; number: E164; end: number } | {
  ok: false;
  why: string;
};

/**
 * Finds where the number ends, for a number may have spaces and a message may begin with a digit. A first piece that is a whole
 * number is the number; else the longest run of pieces that is, so that no number is cut short and a stranger texted.
 */
function findNumber(rest: string, home: Country): Found {
  const pieces = leadingPieces(rest);
  const ends = pieces.filter((it) => it.digits > 0).map((it) => it.end);
  const reads = ends.map((end) => ({
    end,
    read: parsePhoneNumber(rest.slice(0, end), home),
  }));
  const [first] = reads;
  const longestFirst = [...reads].reverse();
  const best = [
    ...(first?.read.ok && first.read.assigned ? [first] : []),
    ...longestFirst.filter((it) => it.read.ok && it.read.assigned),
    ...longestFirst.filter((it) => it.read.ok),
  ][0];
  if (best?.read.ok) {
    return { ok: true, number: best.read.number, end: best.end };
  }
  const word = /^\S+/.exec(rest)?.[0] ?? "";
  const refused = longestFirst[0]?.read ?? parsePhoneNumber(word, home);
  return {
    ok: false,
    why: refused.ok ? "The number could not be read." : refused.why,
  };
}
