import { ELEMENTS, onePicture } from "./elements.ts";
import type { Part } from "./faults.ts";
import { picture, plain, words } from "./objects.ts";
import { richText } from "./rich_text_rules.ts";
import {
  flag,
  list,
  type Rule,
  type Rules,
  shape,
  string,
  typed,
} from "./rules.ts";

/** Blocks; https://docs.slack.dev/reference/block-kit/blocks */

const SELECTS = ["static", "external", "users", "channels", "conversations"]
  .flatMap((kind) => [`${kind}_select`, `multi_${kind}_select`]);
const CHOOSERS = [
  ...SELECTS,
  "checkboxes",
  "radio_buttons",
  "datepicker",
  "timepicker",
  "datetimepicker",
];
const PRESSED = ["button", "workflow_button", "overflow"];
const TYPED = [
  "plain_text_input",
  "number_input",
  "email_text_input",
  "url_text_input",
  "rich_text_input",
  "file_input",
];

function elements(types: string[]): Rule {
  return typed(Object.fromEntries(
    Object.entries(ELEMENTS).filter(([type]) => types.includes(type)),
  ));
}

const inActions = list(
  elements([...CHOOSERS, ...PRESSED, "rich_text_input"]),
  25,
);
const accessory = elements([...CHOOSERS, ...PRESSED, "image"]);
const inputElement = elements([...CHOOSERS, ...TYPED]);

const named = { block_id: string(255) };

/** What each block may hold. */
export const BLOCKS: Rules = {
  actions: shape({ elements: inActions }, named),
  context: shape({
    elements: list(
      typed({
        image: shape({ alt_text: string(2000) }, picture, onePicture),
        plain_text: words(3000),
        mrkdwn: words(3000),
      }),
      10,
    ),
  }, named),
  divider: shape({}, named),
  file: shape({ source: string(255), external_id: string(255) }, named),
  header: shape({ text: plain(150) }, named),
  image: shape({ alt_text: string(2000) }, {
    ...named,
    ...picture,
    title: plain(2000),
  }, onePicture),
  input: shape({ label: plain(2000), element: inputElement }, {
    ...named,
    hint: plain(2000),
    optional: flag,
    dispatch_action: flag,
  }),
  markdown: shape({ text: string(12_000) }, named),
  rich_text: richText,
  section: shape({}, {
    ...named,
    text: words(3000),
    fields: list(words(2000), 10),
    accessory,
    expand: flag,
  }, (faults, { text, fields }: Part, pointer) => {
    if (text === undefined && fields === undefined) {
      faults.add("must have text or fields", pointer);
    }
  }),
  video: shape({
    alt_text: string(2000),
    title: plain(199),
    thumbnail_url: string(3000),
    video_url: string(3000),
  }, {
    ...named,
    author_name: string(49),
    description: plain(200),
    provider_icon_url: string(3000),
    provider_name: string(255),
    title_url: string(3000),
  }),
};
