import type { Saboteur } from "./saboteur.ts";

/** Mistakes on the way from the phone to Slack. */
export const RECEIVING: Saboteur[] = [
  {
    name: "the carrier's list is taken the wrong way round",
    file: "bridge/twilio/carrier.ts",
    find: "return records.map(textIn).reverse();",
    replace: "return records.map(textIn);",
  },
  {
    name: "doubles in a thread are told apart by their words",
    file: "bridge/texts/settle_thread.ts",
    find: "each.sid === sid && each.request === request &&",
    replace: "each.text === text && each.request === request &&",
  },
  {
    name: "of two cards both win",
    file: "bridge/places/open_conversation.ts",
    find: "const first = standingAmong(bids, closed) ?? { bid, card };",
    replace: "const first = { bid, card };",
  },
  {
    name: "of two cards the latest wins",
    file: "bridge/places/open_conversation.ts",
    find: "const first = standingAmong(bids, closed) ?? { bid, card };",
    replace: "const first = bids.at(-1) ?? { bid, card };",
  },
  {
    name: "the card that lost is left where it is",
    file: "bridge/places/open_conversation.ts",
    find: "await desk.remove(card);",
    replace: "",
  },
  {
    name: "a card whose run died is not remembered",
    file: "bridge/catch_up/settle_channel.ts",
    find:
      `if (!conversation || row?.kind !== "thread") await remember(ends, place);`,
    replace: "",
    journey: "send line to somebody new",
  },
  {
    name: "an empty card is left where it is",
    file: "bridge/catch_up/settle_channel.ts",
    find: "if (messages.length > 0) return false;",
    replace: "return false;",
    journey: "form",
  },
  {
    name: "a text that is shown twice stays so",
    file: "bridge/texts/settle_thread.ts",
    find:
      "if (isDouble && message.marks.length === 0) await desk.remove(message);",
    replace: "if (isDouble) continue;",
  },
  {
    name: "a text that is shown late does not say so",
    file: "bridge/slack/blocks.ts",
    find: "      ...(late",
    replace: "      ...(late && !late",
  },
  {
    name: "only the text that was rung for is looked at",
    file: "bridge/texts/receive_text.ts",
    find: "return texts.slice(0, texts.indexOf(rung) + 1)",
    replace: "return [rung]",
  },
];
