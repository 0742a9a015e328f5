import type { BoardLine, LineBoard } from "../../lines/line_board.ts";
import type { CarrierLine, ConnectedChannel } from "../../ports.ts";
import { formatForPeople } from "../../sms/readable_number.ts";
import { modeAt } from "../../sms/reply_mode.ts";
import { shownText } from "../../sms/shown_text.ts";
import { type Block, mrkdwn, plain } from "../blocks.ts";
import { button, buttons, modal, note, type View } from "./modal.ts";

export const LINES_TITLE = "Lines & channels";

/** How many lines and channels are shown at once: a modal has at most 100 blocks. */
const PAGE = 40;

/** The workspace's lines and channels, and the ways to change them. @param said what has just been done. */
export function lineBoardView(
  { mayChange, lines, channels }: LineBoard,
  page = 0,
  said?: string,
): View {
  const hasChoice = lines.filter(({ opening }) => opening).length > 1;
  const rows = [
    ...lines.map((line) => lineBlock(line, mayChange, hasChoice)),
    ...(channels.length > 0
      ? [{ type: "header", text: plain("Channels") }]
      : [note("No channel is connected yet: connect a line first.")]),
    ...channels.map((channel) => channelBlock(channel, mayChange)),
  ];
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const at = Math.min(Math.max(0, page), pages - 1);
  const turns = [
    ...(at > 0 ? [button("board_page_back", "Back", String(at - 1))] : []),
    ...(at < pages - 1
      ? [button("board_page_on", "More", String(at + 1))]
      : []),
  ];
  return modal(LINES_TITLE, [
    ...(said ? [note(`✅ ${said}`)] : []),
    mayChange
      ? buttons([
        ["connect_line", "Connect a line"],
        ["connect_channel", "Connect a channel"],
      ])
      : note("Only Clerk's admins may change lines and channels."),
    ...(lines.length > 0 ? [] : [
      note(
        "The Twilio account has no number yet: get one with SMS at Twilio, and it is listed here.",
      ),
    ]),
    ...rows.slice(at * PAGE, (at + 1) * PAGE),
    ...(turns.length > 0 ? [{ type: "actions", elements: turns }] : []),
  ], { callback_id: "line_board" });
}

function lineBlock(
  line: BoardLine,
  mayChange: boolean,
  hasChoice: boolean,
): Block {
  const { number, owned, opening, isDefault } = line;
  const shown = formatForPeople(number);
  const name = opening?.name
    ? `*${shownText(opening.name)}* · ${shown}`
    : shown;
  const state = opening
    ? `New conversations begin in <#${opening.channel}>.`
    : owned?.canText
    ? "Not connected."
    : "Cannot text: it is a number for calls only.";
  const rings = !owned
    ? "⚠️ It is not a number of the Twilio account any more."
    : opening
    ? ringsWords(owned.rings)
    : "";
  const usual = isDefault && hasChoice ? " · sends when no line is named" : "";
  const offer = opening
    ? button("manage_line", "Manage", number)
    : owned?.canText
    ? button("connect_this_line", "Connect", number)
    : null;
  return {
    type: "section",
    text: mrkdwn([`${name}${usual}`, state, rings].filter(Boolean).join("\n")),
    ...(mayChange && offer ? { accessory: offer } : {}),
  };
}

/** Who is told of a number's texts. */
export function ringsWords(rings: CarrierLine["rings"]): string {
  if (rings === "here") return "Its texts come here.";
  return rings === "nowhere"
    ? "⚠️ Nobody is told of its texts: Clerk finds them once an hour only."
    : `⚠️ Its texts are told to ${
      shownText(rings.elsewhere)
    }: Clerk finds them once an hour only.`;
}

function channelBlock(channel: ConnectedChannel, mayChange: boolean): Block {
  return {
    type: "section",
    text: mrkdwn(`<#${channel.channel}>\n${channelWords(channel)}`),
    ...(mayChange
      ? { accessory: button("manage_channel", "Manage", channel.channel) }
      : {}),
  };
}

/** How a channel stands, in a sentence. */
export function channelWords(
  { switches, closed, lost }: ConnectedChannel,
): string {
  if (closed) return "Disconnected: nothing there is texted.";
  if (lost === "archived") {
    return "⚠️ Archived: its texts wait until it is unarchived.";
  }
  if (lost === "shut out") {
    return "⚠️ I cannot get in: it was deleted, or is private and I was removed. Its texts wait.";
  }
  return modeAt(switches, Infinity) === "all"
    ? "Replies are texted."
    : "Only replies that start with @Clerk are texted.";
}
