import { isPart } from "./faults.ts";
import {
  flag,
  list,
  oneOf,
  type Rule,
  type Rules,
  shape,
  string,
  typed,
} from "./rules.ts";

/** The objects that blocks and elements are made of; https://docs.slack.dev/reference/block-kit/composition-objects */

export function plain(most: number): Rule {
  return typed({
    plain_text: shape({ text: string(most) }, { emoji: flag }),
  });
}

export function words(most: number): Rule {
  return typed({
    plain_text: shape({ text: string(most) }, { emoji: flag }),
    mrkdwn: shape({ text: string(most) }, { verbatim: flag }),
  });
}

export const style = oneOf("primary", "danger");

export const confirm = shape(
  { title: plain(100), text: words(300), confirm: plain(30), deny: plain(30) },
  { style },
);

/** Options, of which no two have the same value. */
export function options(
  most: number,
  text: Rule = plain(75),
  more: Rules = {},
): Rule {
  const each = list(option(text, more), most);
  return (faults, value, pointer) => {
    each(faults, value, pointer);
    if (!Array.isArray(value)) return;
    const seen = new Set<unknown>();
    for (const [place, one] of value.entries()) {
      const held = isPart(one) ? one.value : undefined;
      if (seen.has(held)) {
        faults.add("option values must be unique", `${pointer}/${place}/value`);
      }
      seen.add(held);
    }
  };
}

export function option(text: Rule = plain(75), more: Rules = {}): Rule {
  return shape({ text, value: string(150) }, {
    description: words(75),
    ...more,
  });
}

export const optionGroups = list(
  shape({ label: plain(75), options: options(100) }),
  100,
);

/** A picture by address, or one that is a file in Slack. */
export const picture = {
  image_url: string(3000),
  slack_file: shape({}, { id: string(255), url: string(3000) }),
};
