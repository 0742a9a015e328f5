import assert from "node:assert/strict";
import fc from "fast-check";
import { consentWord } from "../../bridge/sms/consent.ts";
import { suggestsOptOut } from "../../bridge/sms/opt_out_hint.ts";

const KEYWORDS = {
  stop: "STOP STOPALL UNSUBSCRIBE CANCEL END QUIT REVOKE OPTOUT".split(" "),
  start: "START UNSTOP YES".split(" "),
  help: "HELP INFO".split(" "),
};

const pairs = Object.entries(KEYWORDS).flatMap(([kind, all]) =>
  all.map((word): [string, string] => [kind, word])
);

Deno.test("a keyword counts in any case and with any space around it", () => {
  const space = fc.stringMatching(/^[ \t\r\n\u00a0]{0,4}$/);
  const cases = fc.array(fc.boolean(), { minLength: 11, maxLength: 11 });
  fc.assert(fc.property(
    fc.constantFrom(...pairs),
    cases,
    space,
    space,
    ([kind, word], upper, before, after) => {
      const written = [...word].map((it, i) => upper[i] ? it : it.toLowerCase())
        .join("");
      assert.equal(consentWord(before + written + after), kind);
    },
  ));
});

Deno.test("a keyword with anything beside it is an ordinary text", () => {
  fc.assert(fc.property(
    fc.constantFrom(...pairs),
    fc.string({ minLength: 1, unit: "grapheme" }).filter((it) =>
      it.trim() !== ""
    ),
    fc.boolean(),
    ([, word], beside, isBefore) => {
      const body = isBefore ? `${beside} ${word}` : `${word} ${beside}`;
      assert.equal(consentWord(body), null);
    },
  ));
  for (
    const body of ["", " ", "STOP.", "stop all", "opt-out", "stop\u200b"]
  ) assert.equal(consentWord(body), null, body);
});

Deno.test("no foreign letter passes for one of a keyword's", () => {
  for (const body of ["ſtop", "quıt", "ＳＴＯＰ", "INFO\u0307", "ѕtop"]) {
    assert.equal(consentWord(body), null, body);
  }
});

const OPT_OUTS = [
  "please stop texting me",
  "Stop texting me!",
  "STOP TEXTING ME OR I WILL REPORT YOU",
  "Pls stop messaging this number",
  "Can you stop texting me?",
  "could you please stop sending me these messages",
  "quit texting me",
  "Stop sending me texts",
  "stop sending me spam please",
  "i said stop texting me",
  "Please don’t text me again.",
  "don't text me anymore",
  "Do not text this number again",
  "dont message me ever again",
  "never contact me again",
  "Please do not contact me",
  "Hi, please take me off your list",
  "take me off your mailing list please",
  "Get me off this list",
  "remove me from your texting list",
  "Please remove my number from your database",
  "Remove me",
  "please delete my number",
  "wrong number, don't text again",
  "Wrong number",
  "You have the wrong number",
  "Sorry you've got the wrong person.",
  "lose this number",
  "Lose my number!!",
  "no more texts please",
  "I don't want to receive these messages",
  "i dont want any more texts from you",
  "I no longer wish to receive your texts",
  "I do not want to be contacted",
  "unsubscribe me",
  "Please unsubscribe",
  "How do I unsubscribe?",
  "how do i opt out",
  "I want to opt-out",
  "opt me out of these texts",
  "leave me alone",
  "Who is this? Stop texting me",
  "I already have a dentist, please take me off your list. Thanks",
  "put me on your do not call list",
  "cancel these text alerts",
  "Please stop",
  "Stop.",
  "Not interested, stop",
  "stop all",
  "stop all messages",
  "Yo stop texting me",
  "You guys need to stop texting me",
  "not interested please remove me",
  "u got the wrong number bro",
  "I would like to be removed from your list",
  "please take my number off your list",
  "Didn't sign up for this. Unsubscribe.",
];

const ORDINARY = [
  "don't stop now",
  "can you stop by at 5?",
  "end of the month works",
  "Please stop by the office",
  "Haha please stop, you're killing me 😂",
  "stop it 😂",
  "I can't stop laughing",
  "The bus stop is on Main St",
  "Why did you stop texting me?",
  "did she stop texting me because of that",
  "Don't stop texting me",
  "I'll stop texting you now, see you tomorrow",
  "Don't text me before 9 please",
  "don't text me while I'm driving",
  "Don't call me, text me",
  "do not text the code, call me",
  "stop sending the invoices by mail",
  "Please stop the delivery",
  "Can you cancel my appointment?",
  "cancel the 3pm please",
  "I quit smoking last year",
  "take me off speaker",
  "please remove me from the waitlist",
  "take me off the schedule for friday",
  "remove my number from the reservation and put my wife's",
  "I gave you the wrong number, it's 415 555 0142",
  "You dialed the wrong number for the front desk, it's 2",
  "I don't want to lose this number",
  "did you lose my number?",
  "can I opt out of the dental plan?",
  "I already unsubscribed from netflix lol",
  "I don't want to get the messages mixed up",
  "Leave the key at the desk, nobody is home alone",
  "no more texts from bob today, he is asleep",
  "I never got your text",
  "I didn't get any messages from you",
  "Is this the right number to text?",
  "your list looks good",
  "add me to your list",
  "Yes please text me",
  "Can you text me again?",
  "My phone died, that's why I stopped texting",
  "end it there",
  "unsubscribe is on the bottom of the email btw",
  "stop at the light and turn left",
  "he told me to stop texting him",
  "You can text me anytime",
  "stop texting and driving",
  "dont text, call",
  "Don't message me, email me",
  "Don't contact my employer, please",
  "do not text my wife, it's a surprise",
  "Can you take me off the Tuesday list? I'm coming Wednesday",
  "wrong number of items in my order",
  "Stop sending the receipts to my old address",
  "STOP",
  "Unsubscribe",
  "",
];

Deno.test("a plea to be left alone is noticed, and ordinary talk is not", () => {
  const missed = OPT_OUTS.filter((it) => !suggestsOptOut(it));
  const alarms = ORDINARY.filter((it) => suggestsOptOut(it));
  assert.deepEqual({ missed, alarms }, { missed: [], alarms: [] });
});

Deno.test("a plea is noticed among other sentences, in any case", () => {
  fc.assert(fc.property(
    fc.constantFrom(...OPT_OUTS.filter((it) => /text|number|list/i.test(it))),
    fc.constantFrom("Hello there", "I am at work", "¿Qué?", "Ok"),
    (plea, other) => {
      assert.ok(suggestsOptOut(`${other}. ${plea.toUpperCase()}`));
      assert.ok(suggestsOptOut(`  ${plea}\n${other}!`));
    },
  ));
});

Deno.test("a long text is read to its end", () => {
  const body = "please stop please dont text any more of your ".repeat(35);
  suggestsOptOut(body);
  suggestsOptOut("no ".repeat(530));
});
