import {
  flag,
  list,
  oneOf,
  type Rule,
  shape,
  string,
  typed,
  whole,
} from "./rules.ts";

/** https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */

const MOST = 1000;
const id = string(255);
const styled = {
  style: shape({}, {
    bold: flag,
    code: flag,
    italic: flag,
    strike: flag,
    underline: flag,
  }),
};

const text = shape({ text: string(40_000) }, styled);
const link = shape({ url: string(3000) }, {
  ...styled,
  text: string(40_000, 0),
  unsafe: flag,
});
const leaf = typed({
  text,
  link,
  emoji: shape({ name: id }, { ...styled, unicode: id, url: string(3000) }),
  user: shape({ user_id: id }, styled),
  usergroup: shape({ usergroup_id: id }, styled),
  team: shape({ team_id: id }, styled),
  channel: shape({ channel_id: id }, styled),
  broadcast: shape({ range: oneOf("here", "channel", "everyone") }, styled),
  color: shape({ value: id }, styled),
  date: shape({ timestamp: whole(0, 1e11), format: id }, {
    ...styled,
    url: string(3000),
    fallback: string(3000),
  }),
});

const bordered = { border: oneOf(0, 1) };
const section = shape({ elements: list(leaf, MOST, 0) });

const part = typed({
  rich_text_section: section,
  rich_text_quote: shape({ elements: list(leaf, MOST, 0) }, bordered),
  rich_text_preformatted: shape({
    elements: list(typed({ text, link }), MOST, 0),
  }, { ...bordered, language: id }),
  rich_text_list: shape({
    style: oneOf("bullet", "ordered"),
    elements: list(typed({ rich_text_section: section }), MOST, 0),
  }, { ...bordered, indent: whole(0, 8), offset: whole(0, MOST) }),
});

export const richText: Rule = typed({
  rich_text: shape({ elements: list(part, MOST, 0) }, { block_id: id }),
});
