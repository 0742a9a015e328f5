import { consentWord } from "./consent.ts";

// Nothing but these may stand before a request, so that "why did you stop texting me?" and "don't stop texting" are none.
const ASKING = "(?:(?:" + [
  "please|pls|plz|kindly|just|now|ok|okay|hi|hey|hello|yo|sorry|no|so|then|also|again|asap|not interested",
  "(?:can|could|would|will) (?:you|u)(?: guys)?|(?:you|u)(?: guys| people)? (?:need to|have to|must)",
  "i (?:said|told you to|asked you to|need you to|want you to|would like you to|d like you to)",
  "id like you to|i want to|i wish to|i would like to|id like to|i need to|let me|how (?:do|can) i",
].join("|") + ") )*";

// A request may end with these, but goes on with no "before nine" or "at work": that would be something else.
const END = "(?: (?:" + [
  "please|pls|plz|now|right now|immediately|asap|already|again|ever|ever again|anymore|any more|at all|altogether",
  "thanks|thank you|thx|from (?:you|u|this number|your (?:company|office|business|number))",
  "(?:at|on|to) (?:this|my) (?:number|phone|cell)|(?:you|u) guys|man|dude|bro|creep",
].join("|") + "))*$";

const TEXTS =
  "(?:texts?|txts?|texting|text messages?|messages?|msgs?|sms|spam|text alerts|alerts|notifications|promotions|promos|ads|offers)";
const SOME =
  "(?:(?:me|us|any|anymore|more|all|these|those|this|your|ur|the|such|further|future|so many|of) )*";
const ME = "(?:me|us|this number|my number|my phone|here)";
const MINE =
  "(?:me|us|this (?:phone )?number|my (?:phone |cell )?number|this phone)";
const YOURS =
  "(?:your|ur) (?:texts|contacts|database|system|records|messages|phone)";
const LIST = "(?:(?:your|ur|this|these|that|any|all|of) )+(?:\\w+ )?lists?";
const MAILING =
  "(?:the )?(?:mailing|contacts?|text|texting|text message|messaging|sms|marketing|calling|call|phone) lists?";
const TEXTING =
  "(?:text|txt|messag|msg|contact|spamm?|bother|harass|e?mail)(?:e|ing)?";

// Each stands for one clause of a text, from its beginning to its end.
const REQUESTS = [
  `(?:stop|quit|cease) ${TEXTING}(?: ${ME})?`,
  `(?:stop|quit) sending ${SOME}(?:${TEXTS}|this|these|stuff|crap|shit)`,
  `(?:dont|do not|never) ${TEXTING}(?: ${ME})?`,
  `(?:dont|do not|never) send (?:me|us) ${SOME}${TEXTS}`,
  `no more ${TEXTS}`,
  `(?:stop|cancel|end) ${SOME}(?:${TEXTS}|text subscription)`,
  `i (?:dont|do not|no longer|never) (?:want|wish|wanna|care) (?:to )?(?:receive |receiving |get |getting |have )?${SOME}${TEXTS}`,
  `i (?:dont|do not|no longer) (?:want|wish) to be (?:texted|contacted|messaged|on ${LIST})`,
  `(?:take|get|remove|delete|drop) (?:${MINE}|my name) (?:off|from|out of) (?:of )?(?:${LIST}|${MAILING}|${YOURS}|here|this)`,
  `(?:remove|unsubscribe|delete|lose|loose|forget) ${MINE}`,
  `i (?:want|would like|need|wish) to be removed from (?:${LIST}|${MAILING})`,
  `unsubscribe(?: from (?:this|these|your) ?\\w*)?`,
  `stop all`,
  `opt (?:(?:me|us) )?out(?: (?:of|from) ${SOME}(?:${TEXTS}|list)?)?`,
  `leave (?:me|us) (?:the (?:hell|fuck|heck) )?alone`,
  `(?:(?:you|u) (?:have|ve|got|have got)|youve|youve got|this is|its|i think (?:you|u) (?:have|got)) (?:got )?(?:the |a )?wrong (?:number|person)`,
  `wrong number`,
].map((request) => new RegExp(`^${ASKING}${request}${END}`));

// What may follow a request to say that it was another one: "don't text, call", "stop texting and driving".
const INSTEAD =
  /^(?:just |please |instead )*(?:call|phone|ring|e?mail|text|message|whatsapp|use|driv(?:e|ing))\b/;

const DO_NOT_CALL = /\bdo not (?:call|text|contact) list$/;

// Alone it is clear; within a longer text, "please stop" is as likely a joke.
const STOP_ALONE = new RegExp(
  `^(?:(?:not interested|no thanks?|no thank you|enough|i said) )?${ASKING}stop(?: (?:all|please|pls|plz|now|thanks|thank you))*$`,
);

/**
 * Says whether a text asks in its own words, in English, to be left alone, such as "please stop texting me". It is meant to
 * be put to people, never to act by itself, and would rather miss one than cry wolf. A keyword is none: it counts as it is.
 */
export function suggestsOptOut(body: string): boolean {
  if (consentWord(body)) return false;
  const plain = body.normalize("NFKC").toLowerCase()
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/['’‘`]/g, "").replace(/-/g, " ");
  if (STOP_ALONE.test(words(plain))) return true;
  return clauses(plain).some((clause, index, all) =>
    DO_NOT_CALL.test(clause) ||
    REQUESTS.some((it) => it.test(clause)) &&
      !INSTEAD.test(all[index + 1] ?? "")
  );
}

function clauses(text: string): string[] {
  const joints =
    /[^\p{L}\p{N}\s]+|\n|\b(?:and|or|but|because|cause|before i|if)\b/gu;
  return text.split(joints).map(words).filter((it) => it !== "");
}

function words(text: string): string {
  return text.replace(/[.,;:!?*_~"()]+/g, " ").replace(/\s+/g, " ").trim();
}
