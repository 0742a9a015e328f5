import assert from "node:assert/strict";
import { checkBlocks } from "../../emulator/slack/block_kit/check_blocks.ts";
import { SlackBench } from "../support/slack_bench.ts";
import { form, message } from "../support/gallery_app/exhibits.ts";
import {
  acting,
  asking,
  mrkdwn,
  option,
  type Part,
  plain,
  section,
  select,
} from "../support/made_up_blocks.ts";

const WRONG: Record<string, [reason: RegExp, blocks: Part[]]> = {
  "a made-up block": [/unsupported type: sektion .*\/blocks\/0\/type/, [{
    type: "sektion",
  }]],
  "a made-up property": [
    /invalid additional property: colour .*\/blocks\/0\]/,
    section({ colour: "red" }),
  ],
  "mark-up in a header": [/unsupported type: mrkdwn/, [{
    type: "header",
    text: mrkdwn(1),
  }]],
  "a button without words": [
    /missing required field: text/,
    acting({ type: "button" }),
  ],
  "a field among actions": [
    /unsupported type: plain_text_input/,
    acting({ type: "plain_text_input" }),
  ],
  "a button as a field": [
    /unsupported type: button/,
    asking({ type: "button", text: plain(1) }),
  ],
  "a date of another form": [
    /written like 2026-11-20/,
    asking({ type: "datepicker", initial_date: "20.11.2026" }),
  ],
  "an initial option that is none": [
    /initial option must be one of the options/,
    select({ initial_option: option(9) }),
  ],
  "two blocks of one name": [
    /`block_id` must be unique/,
    [...section({ block_id: "a" }), ...section({ block_id: "a" })],
  ],
  "two that want the focus": [
    /only one element can have focus_on_load/,
    [
      ...asking({ type: "plain_text_input", focus_on_load: true }),
      ...asking({ type: "plain_text_input", focus_on_load: true }),
    ],
  ],
  "options twice over": [
    /either options or option_groups/,
    select({ option_groups: [{ label: plain(1), options: [option(1)] }] }),
  ],
  "a picture from nowhere": [/either image_url or slack_file/, [{
    type: "image",
    alt_text: "x",
  }]],
  "a workflow button in a form": [
    /unsupported type: workflow_button/,
    acting({
      type: "workflow_button",
      text: plain(1),
      workflow: { trigger: { url: "https://slack.com/shortcuts/Ft1/a" } },
    }),
  ],
};

Deno.test("what is wrong with blocks is named, and where", () => {
  for (const [what, [reason, blocks]] of Object.entries(WRONG)) {
    assert.match(checkBlocks(blocks, "modal").join("\n"), reason, what);
  }
});

Deno.test("one of everything is let through", () => {
  assert.deepEqual(checkBlocks(message(), "message"), []);
  assert.deepEqual(checkBlocks(form().blocks, "modal"), []);
});

Deno.test("bad blocks are refused, and the log says why", async () => {
  using bench = new SlackBench();
  bench.join("texts");
  const answer = await bench.call("chat.postMessage", {
    channel: bench.channel("texts").id,
    text: "hi",
    blocks: [{ type: "header", text: plain(151) }],
  });
  assert.equal(answer.error, "invalid_blocks");
  const entry = bench.journal.since(0).at(-1);
  assert.match(
    entry?.detail ?? "",
    /must be less than 151 characters \[json-pointer:\/blocks\/0\/text\/text\]/,
  );
});
