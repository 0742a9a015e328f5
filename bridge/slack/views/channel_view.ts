import * as z from "zod/mini";
import type { ConnectedChannel } from "../../ports.ts";
import { modeAt } from "../../sms/reply_mode.ts";
import { type Block, mrkdwn } from "../blocks.ts";
import { channelWords } from "./line_board.ts";
import { button, modal, note, type View } from "./modal.ts";

/** One channel: its reply mode, and whether it is connected. @param board the view that lies under it. */
export function channelView(row: ConnectedChannel, board: string): View {
  const { channel, closed, lost } = row;
  const again = button("connect_again", "Connect again", channel);
  const off = button("disconnect_channel", "Disconnect", channel, {
    title: "Disconnect this channel?",
    text:
      "Nothing there is texted any more; its conversations go on in their line's own channel, with their next text.",
    yes: "Disconnect",
  });
  const elements = closed
    ? [again]
    : lost
    ? [again, off]
    : [switchButton(row), off];
  return modal("Channel", [
    {
      type: "section",
      text: mrkdwn(`*<#${channel}>*\n${channelWords(row)}`),
    },
    { type: "actions", elements },
    ...(closed || lost ? [note(wayBack(row))] : [
      note(
        "A switch counts for what is written from then on. Cards that wait for an answer say it at once, others " +
          "when they are next touched. Notes (`note:` or `//`) stay inside either way.",
      ),
    ]),
  ], { callback_id: "channel_view", memory: { board } });
}

function switchButton({ channel, switches }: ConnectedChannel): Block {
  return modeAt(switches, Infinity) === "all"
    ? button("text_addressed", "Text only replies to @Clerk", channel)
    : button("text_all", "Text all replies", channel);
}

function wayBack({ closed, lost }: ConnectedChannel): string {
  if (closed) {
    return "Who replies there is told that nothing was texted. Remove Clerk from the channel and it hears nothing of it.";
  }
  return lost === "archived"
    ? "Unarchive it, then press Connect again, or wait for an hour."
    : "Write /invite @Clerk there, then press Connect again, or wait for an hour.";
}

/** The board that lies under a channel's view. */
export function boardIn(metadata: string | undefined): string {
  const Memory = z.object({ board: z.string() });
  return z.parse(Memory, JSON.parse(metadata || "{}")).board;
}
