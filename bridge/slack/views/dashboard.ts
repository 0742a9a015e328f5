import type { Opening } from "../../ports.ts";
import type { Overview, Waiting } from "../../team/overview.ts";
import { formatForPeople } from "../../sms/readable_number.ts";
import { shownText } from "../../sms/shown_text.ts";
import { type Block, mrkdwn, plain } from "../blocks.ts";
import { buttons, modal, note, type View } from "./modal.ts";

/** How many waiting conversations are listed; the pins of the channel have them all. */
const LISTED = 15;

/** Where the dashboard leads to, besides the send form. */
const WAYS: [actionId: string, text: string][] = [
  ["contacts", "👥 Contacts"],
  ["do_not_disturb", "🔕 Do Not Disturb"],
  ["consents", "🚫 Consent"],
  ["lines", "☎️ Lines & channels"],
  ["routing", "🧭 Where texts go"],
  ["usage", "📊 Usage"],
  ["teamwork", "🤝 Teamwork"],
  ["settings", "⚙️ Settings"],
];

/** The Clerk dashboard. */
export function dashboardView(
  { lines, waiting, unseen, unseenDirects }: Overview,
  now: number,
): View {
  if (lines.length === 0) {
    return home([
      {
        type: "section",
        text: mrkdwn(
          "*Welcome to Clerk.* Connect one of your Twilio numbers to a channel: texts to it appear there, each " +
            "conversation in a thread of its own, and replies in the thread are texted back.",
        ),
      },
      buttons([["connect_line", "Connect a line"]], true),
      buttons(WAYS),
    ]);
  }
  return home([
    buttons([["send_text", "📱 Send Text"]], true),
    buttons(WAYS),
    { type: "divider" },
    { type: "header", text: plain("Waiting for an answer") },
    ...waitingBlocks(waiting, now, unseen.length + unseenDirects > 0),
    ...(unseenDirects > 0
      ? [
        note(
          `${unseenDirects} direct ${
            unseenDirects === 1 ? "channel was" : "channels were"
          } not looked into: who waits there is pinned in the channel itself.`,
        ),
      ]
      : []),
    ...unseen.slice(0, LISTED).map((channel) =>
      note(
        `⚠️ I cannot look into <#${channel}> now: see Lines & channels.`,
      )
    ),
    { type: "divider" },
    {
      type: "context",
      elements: [mrkdwn(lines.map(lineWords).join("\n"))],
    },
  ]);
}

function waitingBlocks(
  waiting: Waiting[],
  now: number,
  isPartial: boolean,
): Block[] {
  if (waiting.length === 0 && isPartial) return [];
  if (waiting.length === 0) {
    return [{
      type: "section",
      text: plain("Nobody: every conversation has been answered. 🎉"),
    }];
  }
  const listed = waiting.slice(0, LISTED).map(
    ({ place, name, work, since, link }) => {
      const who = shownText(name) || formatForPeople(place.contact);
      const whose = work.assignees.map((id) => ` · <@${id}>`).join("");
      return `📌 <${link}|${who}> in <#${place.channel}> · ${
        age(now - since)
      }${whose}`;
    },
  );
  const more = waiting.length - LISTED;
  if (more > 0) listed.push(`and ${more} more, pinned in their channels`);
  return [{ type: "section", text: mrkdwn(listed.join("\n")) }];
}

function lineWords({ line, name, channel }: Opening): string {
  const called = name ? `${shownText(name)} ` : "";
  return `Line ${called}${formatForPeople(line)} → <#${channel}>`;
}

/** How long ago, in the largest unit that fits. */
function age(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} h` : `${Math.floor(hours / 24)} d`;
}

function home(blocks: Block[]): View {
  return modal("Clerk", blocks, { callback_id: "dashboard" });
}
