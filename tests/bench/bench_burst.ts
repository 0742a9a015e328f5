/**
 * Lets a crowd text at once, and a team reply at once, with Slack's published limits in force and time that is
 * virtual, and fails when something is lost, doubled, out of order or slow. What `deno task bench:burst` is; with
 * `--json` it prints one JSON object instead.
 */
import { parseArgs } from "node:util";
import {
  missedByReplies,
  missedByTexts,
  tellReplies,
  tellTexts,
} from "./burst/arithmetic.ts";
import { replyBurst } from "./burst/reply_burst.ts";
import { textBurst } from "./burst/text_burst.ts";

const CROWD = { contacts: 200, texts: 600 };
const TEAM = 20;

const { values } = parseArgs({ options: { json: { type: "boolean" } } });
const known = await textBurst({ ...CROWD, known: true });
const strangers = await textBurst({ ...CROWD, known: false });
const replies = await replyBurst(TEAM);
const missed = [
  ...missedByTexts(known),
  ...missedByTexts(strangers),
  ...missedByReplies(replies),
];
console.log(
  values.json
    ? JSON.stringify({ texts: [known, strangers], replies, missed }, null, 2)
    : [tellTexts(known), tellTexts(strangers), tellReplies(replies)]
      .join("\n\n"),
);
for (const sentence of missed) console.error(`missed: ${sentence}`);
Deno.exitCode = missed.length > 0 ? 1 : 0;
