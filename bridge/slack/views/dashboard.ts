import type { Opening } from "../../ports.ts";
import type { Overview, Waiting } from "../../overview.ts";
import { formatForPeople } from "../../sms/readable_number.ts";
import { type Block, mrkdwn, plain } from "../blocks.ts";

/** A modal (https://docs.slack.dev/reference/views/modal-views). */
export type View = Record<string, unknown>;

/** How many waiting conversations are listed; the pins of the channel have them all. */
const LISTED = 15;

/** What is shown at once, while the dashboard is being filled: the pointer that opens a modal lives for 3 seconds. */
export function loadingView(): View {
  return modal([{ type: "section", text: plain("⏳ One moment…") }]);
}

/** The Clerk dashboard. */
export function dashboardView({ lines, waiting }: Overview, now: number): View {
  if (lines.length === 0) {
    return modal([
      {
        type: "section",
        text: mrkdwn(
          "*Welcome to Clerk.* Connect one of your Twilio numbers to a channel: texts to it appear there, each " +
            "conversation in a thread of its own, and replies in the thread are texted back.",
        ),
      },
      actions([["connect_line", "Connect a line"]]),
    ]);
  }
  return modal([
    actions([["send_text", "📱 Send Text"]]),
    { type: "divider" },
    { type: "header", text: plain("Waiting for an answer") },
    ...waitingBlocks(waiting, now),
    { type: "divider" },
    {
      type: "context",
      elements: [mrkdwn(lines.map(lineWords).join("\n"))],
    },
  ]);
}

function waitingBlocks(waiting: Waiting[], now: number): Block[] {
  if (waiting.length === 0) {
    return [{
      type: "section",
      text: plain("Nobody: every conversation has been answered. 🎉"),
    }];
  }
  const listed = waiting.slice(0, LISTED).map(({ place, since, link }) => {
    const who = formatForPeople(place.contact);
    return `📌 <${link}|${who}> in <#${place.channel}> · ${age(now - since)}`;
  });
  const more = waiting.length - LISTED;
  if (more > 0) listed.push(`and ${more} more, pinned in their channels`);
  return [{ type: "section", text: mrkdwn(listed.join("\n")) }];
}

function lineWords({ line, channel }: Opening): string {
  return `Line ${formatForPeople(line)} → <#${channel}>`;
}

/** How long ago, in the largest unit that fits. */
function age(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} h` : `${Math.floor(hours / 24)} d`;
}

function actions(buttons: [actionId: string, text: string][]): Block {
  return {
    type: "actions",
    elements: buttons.map(([action_id, text]) => ({
      type: "button",
      action_id,
      text: plain(text),
      style: "primary",
    })),
  };
}

function modal(blocks: Block[]): View {
  return {
    type: "modal",
    callback_id: "dashboard",
    title: plain("Clerk"),
    close: plain("Close"),
    blocks,
  };
}
