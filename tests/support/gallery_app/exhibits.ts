/** What the gallery shows: one of everything that Block Kit has. */

type Part = Record<string, unknown>;

const plain = (text: string) => ({
  type: "plain_text" as const,
  text,
  emoji: true,
});
const mrkdwn = (text: string) => ({ type: "mrkdwn", text });
const option = (text: string) => ({
  text: plain(text),
  value: text.toLowerCase(),
});
const options = ["Red", "Green", "Blue"].map(option);

const picture =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='80' height='60'%3E%3Crect width='80' height='60' fill='teal'/%3E%3C/svg%3E";

const confirm = {
  title: plain("Really?"),
  text: mrkdwn("It *cannot* be undone."),
  confirm: plain("Do it"),
  deny: plain("Leave it"),
  style: "danger",
};

function named(type: string, more: Part = {}): Part {
  return { type, action_id: type, ...more };
}

/** Blocks that only show something. */
const shown: Part[] = [
  { type: "header", text: plain("A header :tada:") },
  {
    type: "section",
    text: mrkdwn(
      "*bold* _italic_ ~struck~ `code` <https://example.com|a link> :wave:",
    ),
    accessory: { type: "image", image_url: picture, alt_text: "a teal square" },
  },
  {
    type: "section",
    fields: [mrkdwn("*One*\nfirst"), plain("Two, second")],
  },
  { type: "divider" },
  { type: "image", image_url: picture, alt_text: "teal", title: plain("Teal") },
  {
    type: "context",
    elements: [
      { type: "image", image_url: picture, alt_text: "small teal" },
      mrkdwn("in *small* print"),
    ],
  },
  {
    type: "rich_text",
    elements: [
      {
        type: "rich_text_section",
        elements: [
          { type: "text", text: "rich ", style: { bold: true } },
          { type: "emoji", name: "rocket" },
        ],
      },
      {
        type: "rich_text_list",
        style: "bullet",
        elements: ["first point", "second point"].map((text) => ({
          type: "rich_text_section",
          elements: [{ type: "text", text }],
        })),
      },
      {
        type: "rich_text_quote",
        elements: [{ type: "text", text: "as they say" }],
      },
      {
        type: "rich_text_preformatted",
        elements: [{ type: "text", text: "let it = stand" }],
      },
    ],
  },
];

/** Blocks that only messages take. */
const postedOnly: Part[] = [
  { type: "markdown", text: "**Loud**, from [here](https://example.com)" },
  {
    type: "video",
    title: plain("A film"),
    title_url: "https://example.com/film",
    video_url: "https://example.com/film.mp4",
    thumbnail_url: picture,
    alt_text: "a teal film",
    provider_name: "The harbour",
  },
  {
    type: "context",
    elements: [mrkdwn("made <!date^1795000000^{date_short}|some day>")],
  },
];

/** Elements that act at once. */
const pressed: Part[] = [
  named("button", { text: plain("Press"), value: "pressed", style: "primary" }),
  {
    type: "button",
    action_id: "risky",
    text: plain("Risk it"),
    style: "danger",
    value: "risked",
    confirm,
  },
  named("overflow", { options: ["Copy", "Move"].map(option) }),
  named("static_select", { placeholder: plain("A colour"), options }),
  named("external_select", {
    placeholder: plain("A town"),
    min_query_length: 1,
  }),
  named("users_select", { placeholder: plain("A person") }),
  named("channels_select", { placeholder: plain("A channel") }),
  named("datepicker", { initial_date: "2026-11-20", confirm }),
];

export function message(): Part[] {
  return [
    ...shown,
    ...postedOnly,
    { type: "actions", block_id: "acts", elements: pressed },
    {
      type: "section",
      block_id: "several",
      text: mrkdwn("Several colours"),
      accessory: named("multi_static_select", {
        placeholder: plain("Colours"),
        options,
      }),
    },
  ];
}

function input(label: string, element: Part, more: Part = {}): Part {
  return {
    type: "input",
    block_id: String(element.action_id),
    label: plain(label),
    optional: true,
    element,
    ...more,
  };
}

/** A form with a field of every kind. */
export function form(title = "Gallery"): Part {
  return {
    type: "modal",
    callback_id: "form",
    title: plain(title),
    submit: plain("Submit"),
    close: plain("Not now"),
    blocks: [
      {
        type: "actions",
        block_id: "acts",
        elements: [
          { type: "button", action_id: "look", text: plain("Look at all") },
          { type: "button", action_id: "deeper", text: plain("Go deeper") },
        ],
      },
      input("Name", named("plain_text_input"), {
        optional: false,
        hint: plain("As on the door"),
      }),
      input("Story", {
        ...named("plain_text_input", { multiline: true, max_length: 40 }),
        action_id: "story",
      }),
      input("Age", named("number_input", { is_decimal_allowed: false })),
      input("Mail", named("email_text_input")),
      input("Site", named("url_text_input")),
      input("Words", named("rich_text_input")),
      input("Colour", {
        type: "static_select",
        action_id: "grouped",
        option_groups: [
          { label: plain("Warm"), options: [option("Red")] },
          { label: plain("Cold"), options: [option("Green"), option("Blue")] },
        ],
      }),
      input("Colours", named("multi_static_select", { options })),
      input("Town", named("external_select", { min_query_length: 1 })),
      input("Towns", named("multi_external_select", { min_query_length: 1 })),
      input("Person", named("users_select")),
      input("People", named("multi_users_select")),
      input("Channel", named("channels_select")),
      input("Channels", named("multi_channels_select")),
      input("Talk", named("conversations_select")),
      input("Talks", named("multi_conversations_select")),
      input("Sizes", named("checkboxes", { options })),
      input("Size", named("radio_buttons", { options })),
      input("Day", named("datepicker")),
      input("Hour", named("timepicker")),
      input("Moment", named("datetimepicker")),
      input("Papers", named("file_input", { max_files: 2 })),
    ],
  };
}

/** A form upon a form. */
export function deeper(): Part {
  return {
    type: "modal",
    callback_id: "deeper",
    title: plain("Deeper"),
    submit: plain("Done"),
    close: plain("Back"),
    blocks: [
      input("Width", { ...named("plain_text_input"), action_id: "width" }),
      input("Depth", {
        ...named("plain_text_input", { focus_on_load: true }),
        action_id: "depth",
      }),
    ],
  };
}

/** What the external selects offer. */
export function towns(typed: string) {
  return {
    options: ["Oslo", "Porto", "Osaka"]
      .filter((town) => town.toLowerCase().startsWith(typed.toLowerCase()))
      .map(option),
  };
}
