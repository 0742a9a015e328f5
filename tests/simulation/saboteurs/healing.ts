import type { Saboteur } from "./saboteur.ts";

/** Mistakes in what makes good what was lost. */
export const HEALING: Saboteur[] = [
  {
    name: "catch-up looks back no further than to its last visit",
    file: "bridge/catch_up/catch_up.ts",
    find: "let settledUntil = begun - RUN_LIFE - 2 * SKEW;",
    replace: "let settledUntil = begun + RUN_LIFE;",
  },
  {
    name: "catch-up goes through the first line only",
    file: "bridge/catch_up/catch_up.ts",
    find: "for (const line of lines) {",
    replace: "for (const line of lines.slice(0, 1)) {",
  },
  {
    name: "late fates are looked after for a minute",
    file: "bridge/timing.ts",
    find: "export const AFTERMATH = 11 * 60 * MINUTE;",
    replace: "export const AFTERMATH = MINUTE;",
  },
  {
    name: "a line that no event was fired for is nobody's business",
    file: "bridge/catch_up/text_left_lines.ts",
    find: "await textSendLine(ends, post, row, true);",
    replace: "{}",
  },
  {
    name: "a reply that no event was fired for is nobody's business",
    file: "bridge/catch_up/settle_outgoing.ts",
    find:
      "if (age < STILL_WANTED || await staysInside(ends, place, message)) {",
    replace:
      "if (age < STILL_WANTED) {\n      return;\n    } else if (age < 0) {",
  },
  {
    name: "whatever catch-up finds claimed it takes for sent",
    file: "bridge/catch_up/finish_claimed.ts",
    find: "} else if (!hasLeft(message) || tried) {",
    replace:
      `} else if (!tried) {\n    await desk.mark(message, "heavy_check_mark");\n  } else {`,
  },
  {
    name: "whatever catch-up finds claimed it sends again",
    file: "bridge/catch_up/settle_outgoing.ts",
    find:
      "if (age > FATE_KNOWN) await finishClaimed(ends, place, message, around);",
    replace:
      "if (age > FATE_KNOWN) {\n      await ends.desk.unmark(message, WAITING_MARK);\n      await deliverLate(ends, place, message);\n    }",
  },
  {
    name: "an outage is the end of the run",
    file: "functions/carried_out.ts",
    find: "if (!(error instanceof Outage)) throw error;",
    replace: "throw error;",
  },
  {
    name: "an answer of another shape is believed",
    file: "bridge/slack/web_api.ts",
    find:
      "throw new UnknownFate(`an answer to ${method} that cannot be read`);",
    replace: "throw new Error(`an answer to ${method} that cannot be read`);",
  },
  {
    name: "the row of a conversation replaces what another run wrote",
    file: "datastores/conversations.ts",
    find:
      "await this.rows.update({ id: conversationKey(line, contact), shown });",
    replace:
      "await this.rows.put({ id: conversationKey(line, contact), shown });",
  },
  {
    name: "Slack's 429 is thrown as it comes",
    file: "bridge/slack/web_api.ts",
    find: "return { ok: false, wait: seconds * 1000 };",
    replace: "throw error;",
  },
];
