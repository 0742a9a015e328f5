import type { Saboteur } from "./saboteur.ts";

/** Mistakes on the way from Slack to the phone. */
export const SENDING: Saboteur[] = [
  {
    name: "the claim is not waited for",
    file: "bridge/texts/deliver_message.ts",
    find: `if (claim === "lost") return skip("another run has the message");`,
    replace: "",
  },
  {
    name: "an unanswered claim counts as won",
    file: "bridge/slack/marks.ts",
    find: "isUnsure = true;",
    replace: `return "won";`,
  },
  {
    name: "whoever claims late does not look what stands there",
    file: "bridge/texts/deliver_message.ts",
    find: "clock.now() - tsToMs(spot.ts) > FRESH",
    replace: "clock.now() - tsToMs(spot.ts) > 100 * FRESH",
  },
  {
    name: "a create without an answer is tried again",
    file: "bridge/twilio/http_client.ts",
    find: "if (repeatable && error instanceof UnknownFate) return null;",
    replace: "if (error instanceof UnknownFate) return null;",
  },
  {
    name: "a create that failed with 500 is tried again",
    file: "bridge/twilio/http_client.ts",
    find: "repeatable && answer.statusCode >= 500;",
    replace: "answer.statusCode >= 500;",
  },
  {
    name: "a carrier's 500 counts as a refusal",
    file: "bridge/twilio/carrier.ts",
    find: "throw new UnknownFate(`the carrier answered ${thrown.status}`);",
    replace: "throw explain(null);",
  },
  {
    name: "the look-up ignores whose record it finds",
    file: "bridge/texts/find_departed.ts",
    find: ".filter(({ sid }) => !rows.some((row) => row.sid === sid));",
    replace: ";",
  },
  {
    name: "the look-up begins after the message was posted",
    file: "bridge/texts/find_departed.ts",
    find: "text.body.trim() === body.trim() && text.createdAt >= since",
    replace:
      "text.body.trim() === body.trim() && text.createdAt >= tsToMs(ts) + SKEW",
  },
  {
    name: "a request that is run again does not look for its copy",
    file: "bridge/texts/show_request.ts",
    find: "const first = messages.find((each) => isOf(request, each)) ?? mine;",
    replace: "const first = mine;",
  },
  {
    name: "the app texts its own messages",
    file: "bridge/slack/raw_message.ts",
    find: "author: isOwn ? null : raw.user ?? null,",
    replace: "author: raw.user ?? null,",
  },
  {
    name: "people's marks count as the app's own",
    file: "bridge/slack/raw_message.ts",
    find: ".filter(({ users }) => users.includes(self))",
    replace: "",
  },
  {
    name: "every refused reply says why as often as it is looked at",
    file: "bridge/texts/explain_failure.ts",
    find: "!messages.some(({ about }) => about === ts)",
    replace: "messages.length > 0",
  },
  {
    name: "both runs explain a failure",
    file: "bridge/texts/explain_failure.ts",
    find:
      `if (claim !== "lost") await explain(ends, place, spot, refusal, wonAt);`,
    replace: "await explain(ends, place, spot, refusal, start);",
  },
  {
    name: "a text without an answer is given up for lost",
    file: "bridge/texts/deliver_message.ts",
    find: "await ends.clock.sleep(2 * FRESH);",
    replace:
      "await fail(ends, outgoing, ends.carrier.explain(null));\n    return { ended: { unknown: error.message } };",
  },
  {
    name: "❌ stays when a text is tried again",
    file: "bridge/texts/deliver_message.ts",
    find: "if (outgoing.again) {",
    replace: "if (outgoing.again && !spot) {",
  },
  {
    name: "a deleted message is an outage",
    file: "bridge/slack/marks.ts",
    find: `const GONE = ["message_not_found", "not_reactable"];`,
    replace: "const GONE: string[] = [];",
  },
  {
    name: "the second channel that is listened to replaces the first",
    file: "bridge/slack/listeners.ts",
    find: "if (roomy) roomy.channels.push(channel);",
    replace: "if (roomy) roomy.channels = [channel];",
  },
];
