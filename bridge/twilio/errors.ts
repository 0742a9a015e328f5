import { OptedOut, Refusal } from "../refusal.ts";

/** Reason, next step, and whether sending the same text again can help. */
type Explanation = [reason: string, nextStep: string, canRetry?: true];

const TELL_ADMIN = "Please tell whoever looks after Clerk.";
const CHECK_NUMBER = "Check the number with the person.";
const LATER = "Wait a while, then press Retry.";

/**
 * What the carrier's error codes mean to the person who sent the text
 * (https://www.twilio.com/docs/api/errors). 2xxxx are refusals at once, 3xxxx come after the text was accepted.
 */
const EXPLANATIONS: Record<number, Explanation> = {
  20003: ["Twilio did not accept Clerk's credentials.", TELL_ADMIN],
  20429: ["Twilio is too busy to take this text.", LATER, true],
  21211: ["That is not a number that can be texted.", CHECK_NUMBER],
  21212: ["This line cannot send texts.", TELL_ADMIN],
  21408: [
    "Texting that country is switched off in the Twilio account.",
    "An admin can switch it on under Messaging, Geo Permissions.",
  ],
  21602: ["The text was empty.", "Write a few words and send it again."],
  21606: ["This line is not one that can text that number.", TELL_ADMIN],
  21608: [
    "The Twilio account is on trial, so only verified numbers can be texted.",
    TELL_ADMIN,
  ],
  21610: [
    "This person has opted out by replying STOP.",
    "They must text START to this line before they can be texted again.",
  ],
  21611: [
    "Too many texts are already waiting to leave from this line.",
    LATER,
    true,
  ],
  21612: ["Texts cannot travel from this line to that number.", CHECK_NUMBER],
  21614: [
    "That is not a mobile number; it is probably a landline.",
    CHECK_NUMBER,
  ],
  21617: [
    "The text is longer than 1,600 characters.",
    "Shorten it or send it in parts.",
  ],
  30001: ["Too many texts were waiting to leave.", LATER, true],
  30002: ["The Twilio account is suspended.", TELL_ADMIN],
  30003: [
    "The phone is switched off, out of reach, or cannot get texts.",
    "Try again when it may be on.",
    true,
  ],
  30004: [
    "The phone or its network blocks texts from this line.",
    "Reach the person in another way.",
  ],
  30005: ["This number is unknown or no longer in use.", CHECK_NUMBER],
  30006: [
    "This is a landline, or a network that cannot be reached.",
    "Ask the person for a mobile number.",
  ],
  30007: [
    "The text was filtered as spam on its way.",
    "Put it in other words, without links if you can, and send it anew.",
  ],
  30008: [
    "The network gave no reason why it could not deliver the text.",
    "Press Retry once; if it fails again, reach the person in another way.",
    true,
  ],
  30011: ["The network there takes no pictures.", "Send words only."],
  30017: ["The network is congested.", LATER, true],
  30019: [
    "The attachment is too large for the network.",
    "Send a smaller one.",
  ],
  30022: ["The line has sent too much in a short time.", LATER, true],
  30023: [
    "The line has reached its limit for today.",
    "Try again tomorrow.",
    true,
  ],
  30027: [
    "The line has reached the network's limit for today.",
    "Try again tomorrow.",
    true,
  ],
  30032: ["This toll-free line has not been verified yet.", TELL_ADMIN],
  30034: [
    "This US line is not registered for business texting (A2P 10DLC).",
    "An admin must register it with Twilio before it can text US numbers.",
  ],
  30035: [
    "This US line's registration is still being set up.",
    "Wait until Twilio says that it is done, then press Retry.",
    true,
  ],
  30036: ["The text waited too long to leave and expired.", LATER, true],
  30410: [
    "The network did not answer in time, and Twilio did not try again so as not to send the text twice.",
    "Ask the person whether it came before you press Retry.",
    true,
  ],
  30450: ["The text was stopped as suspected abuse.", TELL_ADMIN],
  63038: [
    "The account has reached its limit for the day.",
    "Try again tomorrow.",
    true,
  ],
};

/** https://www.twilio.com/docs/api/errors/21610 */
const OPTED_OUT = 21610;

/** Why a text failed and what to do, for the person who sent it. */
export function explain(code: number | null): Refusal {
  const known = code === null ? undefined : EXPLANATIONS[code];
  if (known) {
    const [reason, nextStep, canRetry = false] = known;
    const Kind = code === OPTED_OUT ? OptedOut : Refusal;
    return new Kind(reason, `${nextStep} (Twilio ${code})`, canRetry);
  }
  return new Refusal(
    "The text could not be delivered.",
    code === null
      ? "Press Retry once; if it fails again, tell whoever looks after Clerk."
      : `Press Retry once; if it fails again, tell whoever looks after Clerk. (Twilio ${code})`,
    true,
  );
}
