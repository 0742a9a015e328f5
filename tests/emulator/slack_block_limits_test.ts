import assert from "node:assert/strict";
import { checkBlocks } from "../../emulator/slack/block_kit/check_blocks.ts";
import {
  acting,
  asking,
  button,
  confirm,
  long,
  many,
  mrkdwn,
  option,
  type Part,
  plain,
  section,
  select,
} from "../support/made_up_blocks.ts";

/** What may just be, and what is one too much. */
const LIMITS: Record<string, [Part[], Part[]]> = {
  "blocks in a modal": [
    many(100, () => ({ type: "divider" })),
    many(101, () => ({ type: "divider" })),
  ],
  "a section's text": [
    section({ text: mrkdwn(3000) }),
    section({ text: mrkdwn(3001) }),
  ],
  "a section's field": [
    section({ fields: [mrkdwn(2000)] }),
    section({ fields: [mrkdwn(2001)] }),
  ],
  "fields": [
    section({ fields: many(10, () => plain(1)) }),
    section({ fields: many(11, () => plain(1)) }),
  ],
  "a header": [[{ type: "header", text: plain(150) }], [{
    type: "header",
    text: plain(151),
  }]],
  "a block id": [
    section({ block_id: long(255) }),
    section({ block_id: long(256) }),
  ],
  "an action id": [
    button({ action_id: long(255) }),
    button({ action_id: long(256) }),
  ],
  "a button's text": [button({ text: plain(75) }), button({ text: plain(76) })],
  "a button's value": [
    button({ value: long(2000) }),
    button({ value: long(2001) }),
  ],
  "a button's address": [
    button({ url: long(3000) }),
    button({ url: long(3001) }),
  ],
  "elements": [
    [{
      type: "actions",
      elements: many(
        25,
        (at) => ({ type: "button", text: plain(1), action_id: `a${at}` }),
      ),
    }],
    [{
      type: "actions",
      elements: many(
        26,
        (at) => ({ type: "button", text: plain(1), action_id: `a${at}` }),
      ),
    }],
  ],
  "parts of a context": [
    [{ type: "context", elements: many(10, () => plain(1)) }],
    [{ type: "context", elements: many(11, () => plain(1)) }],
  ],
  "options": [
    select({ options: many(100, option) }),
    select({ options: many(101, option) }),
  ],
  "an option's text": [
    select({ options: [{ text: plain(75), value: "a" }] }),
    select({ options: [{ text: plain(76), value: "a" }] }),
  ],
  "an option's value": [
    select({ options: [{ text: plain(1), value: long(150) }] }),
    select({ options: [{ text: plain(1), value: long(151) }] }),
  ],
  "an option's description": [
    select({ options: [{ ...option(1), description: plain(75) }] }),
    select({ options: [{ ...option(1), description: plain(76) }] }),
  ],
  "groups": [
    asking({
      type: "static_select",
      option_groups: many(
        100,
        () => ({ label: plain(75), options: [option(1)] }),
      ),
    }),
    asking({
      type: "static_select",
      option_groups: many(
        101,
        () => ({ label: plain(75), options: [option(1)] }),
      ),
    }),
  ],
  "checkboxes": [
    asking({ type: "checkboxes", options: many(10, option) }),
    asking({ type: "checkboxes", options: many(11, option) }),
  ],
  "radio buttons": [
    asking({ type: "radio_buttons", options: many(10, option) }),
    asking({ type: "radio_buttons", options: many(11, option) }),
  ],
  "an overflow": [
    acting({ type: "overflow", options: many(5, option) }),
    acting({ type: "overflow", options: many(6, option) }),
  ],
  "a placeholder": [
    select({ placeholder: plain(150) }),
    select({ placeholder: plain(151) }),
  ],
  "a label": [
    asking({ type: "plain_text_input" }, { label: plain(2000) }),
    asking({ type: "plain_text_input" }, { label: plain(2001) }),
  ],
  "a longest text": [
    asking({ type: "plain_text_input", max_length: 3000 }),
    asking({ type: "plain_text_input", max_length: 3001 }),
  ],
  "files": [
    asking({ type: "file_input", max_files: 10 }),
    asking({ type: "file_input", max_files: 11 }),
  ],
  "a question's title": [
    confirm({ title: plain(100) }),
    confirm({ title: plain(101) }),
  ],
  "a question's text": [
    confirm({ text: plain(300) }),
    confirm({ text: plain(301) }),
  ],
  "a question's yes": [
    confirm({ confirm: plain(30) }),
    confirm({ confirm: plain(31) }),
  ],
  "a question's no": [
    confirm({ deny: plain(30) }),
    confirm({ deny: plain(31) }),
  ],
  "a picture's words": [
    [{
      type: "image",
      image_url: "https://a.test/a.png",
      alt_text: long(2000),
    }],
    [{
      type: "image",
      image_url: "https://a.test/a.png",
      alt_text: long(2001),
    }],
  ],
};

Deno.test("each limit of Block Kit is kept to the letter", () => {
  for (const [what, [fits, exceeds]] of Object.entries(LIMITS)) {
    assert.deepEqual(checkBlocks(fits, "modal"), [], what);
    assert.notDeepEqual(checkBlocks(exceeds, "modal"), [], what);
  }
});
