import { connectAskedChannel } from "../../bridge/lines/connect_channel.ts";
import { disconnectChannel } from "../../bridge/lines/disconnect_channel.ts";
import { connectChannelAsked } from "../../bridge/lines/line_forms.ts";
import type { ConnectedChannel } from "../../bridge/ports.ts";
import { Refusal } from "../../bridge/refusal.ts";
import {
  refreshWaitingCards,
  switchReplyMode,
} from "../../bridge/settings/switch_reply_mode.ts";
import { boardIn, channelView } from "../../bridge/slack/views/channel_view.ts";
import {
  connectChannelForm,
  readConnectForm,
} from "../../bridge/slack/views/connect_form.ts";
import type { View } from "../../bridge/slack/views/modal.ts";
import { carriedOut } from "../carried_out.ts";
import { ends } from "../ends.ts";
import type { Dashboard } from "./dashboard.ts";
import { fill, pushFilled } from "./fill.ts";
import { refresh } from "./lines.ts";

type Context = Parameters<typeof ends>[0];

/** Hears what is done to channels. */
export function hearChannels(dashboard: Dashboard): void {
  dashboard.addBlockActionsHandler("connect_channel", async (context) => {
    const { view } = context.body;
    if (!view) return;
    await pushFilled(context, "Connect a channel", async () => {
      const { conversations, lines } = ends(context);
      const numbers = (await lines.all()).map(({ number }) => number);
      const openings = await conversations.openings(numbers);
      const under = { id: view.id, kind: "board" } as const;
      return connectChannelForm(context.inputs.channel_id, openings, under);
    });
  });
  dashboard.addViewSubmissionHandler(
    "connect_channel_form",
    async (context) => {
      const { under, ...typed } = readConnectForm(context.view);
      const by = context.body.user.id;
      const done = await connectChannelAsked(ends(context), typed, by);
      if ("errors" in done) return { response_action: "errors", ...done };
      await refresh(context, under, `<#${typed.channel}> is connected.`);
    },
  );
  dashboard.addBlockActionsHandler("manage_channel", async (context) => {
    const { action, body: { view } } = context;
    if (!view) return;
    await pushFilled(
      context,
      "Channel",
      () => shown(context, String(action.value), view.id),
    );
  });
  dashboard.addBlockActionsHandler(
    ["connect_again", "disconnect_channel", "text_addressed", "text_all"],
    async (context) => {
      const { action: { action_id, value }, body: { view } } = context;
      if (!view) return;
      const channel = String(value);
      const board = boardIn(view.private_metadata);
      await carriedOut(async () => {
        await fill(
          context,
          view.id,
          async () =>
            channelView(await done(context, action_id, channel), board),
        );
        await refresh(context, { id: board, kind: "board" });
        if (action_id === "text_all" || action_id === "text_addressed") {
          await refreshWaitingCards(ends(context), channel);
        }
      });
    },
  );
}

/** Does what was pressed. @returns the channel as it is from now on. */
async function done(
  context: Context & { body: { user: { id: string } } },
  pressed: string,
  channel: string,
): Promise<ConnectedChannel> {
  const both = ends(context);
  const by = context.body.user.id;
  switch (pressed) {
    case "text_all":
      return await switchReplyMode(both, channel, "all", by);
    case "text_addressed":
      return await switchReplyMode(both, channel, "addressed", by);
    case "disconnect_channel":
      return await disconnectChannel(both, channel, by);
    default:
      return await connectAskedChannel(both, channel, by);
  }
}

async function shown(
  context: Context,
  channel: string,
  board: string,
): Promise<View> {
  const row = await ends(context).channels.find(channel);
  if (row) return channelView(row, board);
  throw new Refusal(
    "This channel is not connected any more.",
    "Close this and look at the list again.",
  );
}
