import type { Saboteur } from "./saboteur.ts";

/** Mistakes with conversations that have, or had, a channel of their own. */
export const MOVING: Saboteur[] = [
  {
    name: "a channel that is lost is waited for",
    file: "bridge/places/leave_lost.ts",
    find:
      "place.direct === true && error instanceof Outage && error.isShutOut;",
    replace: "place.direct === true && error instanceof RangeError;",
  },
  {
    name: "a conversation that lost its channel begins in two places",
    file: "bridge/places/leave_lost.ts",
    find:
      "const home = await moveTo(ends, lost, await homeOf(ends, known, lost));",
    replace:
      "const home = { ...lost, ...await homeOf(ends, known, lost), direct: false };",
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
