import type { CarrierText } from "../ports.ts";
import type { Refusal } from "../refusal.ts";
import type { E164 } from "../sms/e164.ts";
import { formatForPeople } from "../sms/readable_number.ts";
import { plainBlocksText, shownText } from "../sms/shown_text.ts";

/** A Block Kit block (https://docs.slack.dev/reference/block-kit/blocks). */
export type Block = Record<string, unknown>;

/** What a message shows: blocks, and the words for notifications and old clients. */
export interface Content {
  text: string;
  blocks: Block[];
}

/** What stands in the line's channel for a conversation that was begun in another one. */
export function pointer(contact: E164, link: string): Content {
  const words = `New conversation with <${link}|${formatForPeople(contact)}>`;
  return {
    text: words,
    blocks: [{ type: "context", elements: [mrkdwn(words)] }],
  };
}

/** A received text, as it was written. */
export function receivedText(
  text: CarrierText,
  late: boolean,
  mentioned: string[] = [],
): Content {
  const at = moment(text.createdAt, "{date_short_pretty}, {time_secs}");
  const wordless = text.mediaCount > 0
    ? "(no words; see what came with it below)"
    : "(a text without words)";
  const body = text.body === "" ? wordless : text.body;
  return {
    text: shownText(body),
    blocks: [
      asWritten(plainBlocksText(body)),
      ...(late
        ? [{
          type: "context",
          elements: [mrkdwn(`🕓 Shown late: it arrived ${at}`)],
        }]
        : []),
      ...(mentioned.length > 0
        ? [{
          type: "context",
          elements: [mrkdwn(mentioned.map((id) => `<@${id}>`).join(" "))],
        }]
        : []),
    ],
  };
}

/** That a file which came with a text cannot be shown, and why. */
export function missingAttachment(title: string, why: Refusal): Content {
  const words = `📎 ${title} cannot be shown here. ${why.sentence}`;
  return { text: words, blocks: [{ type: "section", text: plain(words) }] };
}

/** A text on its way out that nobody typed in the thread. */
export function departingText(body: string, by: string | null): Content {
  return {
    text: shownText(body),
    blocks: [
      asWritten(body),
      {
        type: "context",
        elements: [mrkdwn(by ? `Texted by <@${by}>` : "Texted by a workflow")],
      },
    ],
  };
}

/** Why a text failed, with Retry where that can help. */
export function failure(
  refusal: Refusal,
  retry: { url: string; threadTs: string; ts: string; attempt: string } | null,
): Content {
  const words = `❌ ${refusal.sentence}`;
  return {
    text: words,
    blocks: [
      { type: "section", text: { ...plain(words), emoji: true } },
      ...(retry
        ? [{
          type: "actions",
          elements: [
            workflowButton("retry", "Retry", retry.url, {
              thread_ts: retry.threadTs,
              message_ts: retry.ts,
              attempt: retry.attempt,
            }),
          ],
        }]
        : []),
    ],
  };
}

/** How many more wait in a channel than can be pinned there. */
export function queueNotice(count: number): Content {
  const who = count === 1
    ? "1 more contact waits"
    : `${count} more contacts wait`;
  return spoken(
    `📌 ${who} for an answer. Slack pins no more than 100 messages in a channel: here those are pinned who have waited ` +
      "longest, and the others follow as you answer.",
  );
}

/** A sentence for the team, with mentions and links. */
export function spoken(words: string): Content {
  return { text: words, blocks: [{ type: "section", text: mrkdwn(words) }] };
}

/** What people are to decide about a text that asks in its own words for no more. */
export function optOutHint(conversation: string, formUrl?: string): Content {
  const words =
    "✋ This sounds as if they want no more texts. Nothing has been changed: whether it is so is for you to say.";
  return {
    text: words,
    blocks: [
      { type: "section", text: plain(words) },
      ...(formUrl
        ? [{
          type: "actions",
          elements: [
            workflowButton("consent", "Mark as opted out", formUrl, {
              conversation,
            }),
          ],
        }]
        : []),
    ],
  };
}

/** A sentence for one person, with a button that starts a workflow. */
export function remark(
  sentence: string,
  button?: { text: string; url: string },
): Content {
  return {
    text: sentence,
    blocks: [
      { type: "section", text: plain(sentence) },
      ...(button
        ? [{
          type: "actions",
          elements: [workflowButton("open", button.text, button.url, {})],
        }]
        : []),
    ],
  };
}

/** A button that starts a workflow, for ever and for anyone: ordinary ones die with the function that posted them. */
export function workflowButton(
  actionId: string,
  text: string,
  url: string,
  inputs: Record<string, string>,
): Block {
  const parameters = Object.entries(inputs)
    .map(([name, value]) => ({ name, value }));
  return {
    type: "workflow_button",
    action_id: actionId,
    text: plain(text),
    workflow: {
      trigger: {
        url,
        ...(parameters.length > 0
          ? { customizable_input_parameters: parameters }
          : {}),
      },
    },
  };
}

/** A moment (milliseconds) as each reader's own clock shows it (https://docs.slack.dev/messaging/formatting-message-text). */
export function moment(at: number, as = "{date_short_pretty}, {time}"): string {
  const iso = new Date(at).toISOString();
  return `<!date^${Math.floor(at / 1000)}^${as}|${iso}>`;
}

/** Text in which nothing is mark-up: no mention fires, no star turns bold. */
function asWritten(text: string): Block {
  return {
    type: "rich_text",
    elements: [{
      type: "rich_text_section",
      elements: [{ type: "text", text }],
    }],
  };
}

export function plain(text: string) {
  return { type: "plain_text" as const, text };
}

export function mrkdwn(text: string) {
  return { type: "mrkdwn", text };
}
