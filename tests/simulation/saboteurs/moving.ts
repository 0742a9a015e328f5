import type { Saboteur } from "./saboteur.ts";

/** Mistakes with conversations that have, or had, a channel of their own. */
export const MOVING: Saboteur[] = [
  {
    name: "a channel that was deleted counts as one that is there",
    file: "bridge/slack/membership.ts",
    find: `if (error.code === "channel_not_found") return "shut out";`,
    replace: `if (error.code === "channel_not_found") return "in";`,
  },
  {
    name: "a conversation that lost its channel begins in two places",
    file: "bridge/places/leave_lost.ts",
    find:
      "if (conversation && conversation.ts !== lost.ts) return conversation;",
    replace: "",
  },
  {
    name: "what cannot be marked any more holds up the rest",
    file: "bridge/catch_up/settle_outgoing.ts",
    find: "if (!(error instanceof Outage && error.isShutOut)) throw error;",
    replace: "throw error;",
  },
  {
    name: "who leads to a card that is gone gives up",
    file: "bridge/slack/cards.ts",
    find: `["message_not_found", "channel_not_found"].includes(error.code);`,
    replace: `["channel_not_found"].includes(error.code);`,
  },
  {
    name: "the card of a direct channel is never renewed",
    file: "bridge/texts/show_texts.ts",
    find: "const renewed = await renewCard(ends, conversation);",
    replace: "const renewed = conversation;",
  },
];
