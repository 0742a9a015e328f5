import type { Saboteur } from "./saboteur.ts";

/** Mistakes in what marks and pins say. */
export const MARKING: Saboteur[] = [
  {
    name: "the status ladder is off by one: a failure is no step forward",
    file: "bridge/sms/status.ts",
    find: "delivered: 2, failed: 2 }",
    replace: "delivered: 2, failed: 1 }",
  },
  {
    name: "sent counts as delivered",
    file: "bridge/sms/status.ts",
    find: `["sent", "sent"],`,
    replace: `["sent", "delivered"],`,
  },
  {
    name: "undelivered is a word nobody knows",
    file: "bridge/sms/status.ts",
    find: `["undelivered", "failed"],`,
    replace: "",
  },
  {
    name: "the row is saved before the mark is made",
    file: "bridge/texts/record_status.ts",
    find: `await applyStage(ends, moved, text.errorCode);
  await ends.messages.save(moved);`,
    replace: `await ends.messages.save(moved);
  await applyStage(ends, moved, text.errorCode);`,
    journey: "status ring",
  },
  {
    name: "⏳ is never taken off a message that catch-up finished",
    file: "bridge/catch_up/finish_claimed.ts",
    find: "await desk.unmark(message, WAITING_MARK);",
    replace: "",
  },
  {
    name: "the typed line does not get the marks of its copy",
    file: "bridge/texts/watch_text.ts",
    find: "spots: [spot, ...mirrors],",
    replace: "spots: [spot],",
  },
  {
    name: "a channel that is archived counts as a message that is gone",
    file: "bridge/slack/marks.ts",
    find: `const GONE = ["message_not_found", "not_reactable"];`,
    replace:
      `const GONE = ["message_not_found", "is_archived", "not_reactable"];`,
  },
  {
    name: "the pin is taken off before the text has left",
    file: "bridge/texts/deliver_message.ts",
    find: "const handed = await handOver(ends, outgoing, known, start);",
    replace:
      "await desk.unpin(outgoing.place);\n  const handed = await handOver(ends, outgoing, known, start);",
  },
  {
    name: "the pin is taken off though the contact has written again",
    file: "bridge/texts/deliver_message.ts",
    find: "isOvertaken((await desk.thread(place, posted)).messages, spot.ts);",
    replace: "await Promise.resolve(false);",
  },
  {
    name: "a pin that a person took off is put back",
    file: "bridge/texts/settle_pin.ts",
    find: `if (wasPinned && crossing.length === 0) return "in line";`,
    replace: "",
  },
  {
    name: "with all pins taken the text counts as pinned",
    file: "bridge/texts/show_texts.ts",
    find: `if (pinned !== "full" && !isPinDue) {`,
    replace: "{",
  },
  {
    name: "the first try tells how the last one fared",
    file: "bridge/catch_up/finish_claimed.ts",
    find: "const last = sent.findLast(",
    replace: "const last = sent.find(",
    journey: "failure and retry",
  },
];
