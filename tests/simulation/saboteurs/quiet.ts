import type { Saboteur } from "./saboteur.ts";

/** Mistakes in what keeps those in peace who want to be. */
export const QUIET: Saboteur[] = [
  {
    name: "who has opted out is left to the carrier",
    file: "bridge/texts/may_leave.ts",
    find: "if (optedOut) {",
    replace: "if (optedOut && !contact) {",
  },
  {
    name: "who is on Do Not Disturb is texted",
    file: "bridge/texts/may_leave.ts",
    find: "if (doNotDisturb) {",
    replace: "if (doNotDisturb && !contact) {",
  },
  {
    name: "what somebody on Do Not Disturb texts is shown",
    file: "bridge/consent/block_texts.ts",
    find: "return doNotDisturb !== null && createdAt",
    replace: "return doNotDisturb === undefined && createdAt",
  },
  {
    name: "what came during Do Not Disturb is shown when it is over",
    file: "bridge/consent/block_texts.ts",
    find: "standing.quiet.some(",
    replace: "[].some(",
  },
  {
    name: "a blocked text is counted whenever it is seen",
    file: "datastores/do_not_disturb.ts",
    find: "const fresh = sids.filter((sid) => !blocked.includes(sid));",
    replace: "const fresh = sids;",
  },
  {
    name: "a STOP whose run died is not minded",
    file: "bridge/catch_up/settle_conversation.ts",
    find: "await settleConsent(ends, line, known.standing, came);",
    replace: "known.standing;",
    journey: "text that opts out",
  },
  {
    name: "of STOP and START the first counts",
    file: "bridge/consent/record_consent.ts",
    find: "const last = texts.findLast(",
    replace: "const last = texts.find(",
  },
];
