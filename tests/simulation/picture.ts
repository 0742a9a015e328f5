import type { World } from "../../emulator/world.ts";
import type { PhoneText, SlackMessage, Workspace } from "../support/surface.ts";
import { enterAll } from "./entering.ts";
import type { Hands } from "./hands.ts";
import type { Ledger, LostCard } from "./ledger.ts";
import { Onlooker } from "./onlooker.ts";
import { type Card, cardsAmong, Eyes } from "./seen_in_slack.ts";

/** One text in the carrier's own log. */
export interface LoggedText {
  sid: string;
  inbound: boolean;
  /** Whether the carrier itself answered. */
  isAutomatic: boolean;
  segments: number;
  from: string;
  to: string;
  body: string;
  status: string;
  /** What came with it: the carrier's ids, and where the phone had it. */
  media: { sid: string; url: string }[];
  /** Milliseconds, exactly. */
  created: number;
  updated: number;
}

/** A message and where it stands. */
export interface Standing {
  channel: string;
  message: SlackMessage;
}

/** A reply in a conversation's thread. */
export interface Reply extends Standing {
  card: Card;
}

/** The world at rest, as outsiders see it: a member of the workspace, the phones, and the carrier's log. */
export interface Picture {
  bot: string;
  /** Also those that were deleted, as long as there is a thread under them. */
  cards: Card[];
  replies: Reply[];
  /** The threads, by `channel:ts`, and channels that the app knows as a conversation's: there, replies and pins count. */
  known: string[];
  /** Channels that are archived or that the app is not in: there it can change nothing. */
  shut: string[];
  /** Every message that is not in a conversation's thread. */
  others: Standing[];
  /** In the order in which the carrier took them. */
  log: LoggedText[];
  phones: { number: string; texts: PhoneText[] }[];
  whispers: { shown_to: string; channel: string; text: string; ts: string }[];
  /** What the app has written to people in their direct messages. */
  letters: { to: string; message: SlackMessage }[];
}

/** Looks at everything that can be seen from outside. */
export async function takePicture(
  world: World,
  hands: Hands,
  { deletedChannels, lostCards }: Ledger,
): Promise<Picture> {
  const workspace = await hands.ask<Workspace>("GET", "/workspace");
  const [first] = workspace.people;
  enterAll(world, first?.id ?? "");
  const eyes = new Eyes(hands, first?.token ?? "");
  const picture: Picture = {
    bot: workspace.bot.user_id,
    cards: [],
    replies: [],
    known: world.slack.datastores.all("places").flatMap((row) =>
      row.contact && !row.moved_to ? [String(row.id)] : []
    ),
    shut: [...shutTo(world, workspace.bot.user_id), ...deletedChannels],
    others: [],
    log: world.carrier.messages.all().map((text) => ({
      ...text,
      inbound: text.direction === "inbound",
      isAutomatic: text.direction === "outbound-reply",
      segments: text.num_segments,
    })),
    phones: await Promise.all(workspace.phones.map(async ({ number }) => ({
      number,
      texts: await hands.ask<PhoneText[]>("GET", `/phones/${number}/texts`),
    }))),
    whispers: (await Promise.all(
      workspace.people.map(({ id }) =>
        hands.ask<Picture["whispers"]>(
          "GET",
          `/desk/ephemerals?user_id=${id}`,
        )
      ),
    )).flat(),
    letters: [],
  };
  for (const { id } of workspace.channels) {
    await lookInto(id, eyes, picture, lostCards);
  }
  const onlooker = new Onlooker(world);
  for (const id of deletedChannels) {
    await lookInto(id, onlooker, picture, lostCards);
  }
  for (const { id, is_im, members } of world.slack.workspace.channels.all()) {
    if (!is_im) continue;
    const [to = ""] = members.filter((one) => one !== picture.bot);
    for (const message of await onlooker.channel(id)) {
      picture.letters.push({ to, message });
    }
  }
  return picture;
}

function shutTo({ slack }: World, bot: string): string[] {
  return slack.workspace.channels.all()
    .filter(({ is_archived, members }) => is_archived || !members.includes(bot))
    .map(({ id }) => id);
}

async function lookInto(
  channel: string,
  eyes: Pick<Eyes, "channel" | "replies">,
  picture: Picture,
  lostCards: readonly LostCard[],
): Promise<void> {
  const messages = await eyes.channel(channel);
  const cards = cardsAmong(channel, messages);
  for (const lost of lostCards) {
    const isHere = lost.channel === channel &&
      (lost.isDirect || messages.some(({ ts }) => ts === lost.ts));
    if (!isHere) continue;
    const gone = { isPinned: false, isLost: true, isLeft: false, words: "" };
    cards.push({ ...lost, ...gone });
  }
  picture.cards.push(...cards);
  const direct = cards.find(({ isDirect, isLost }) => isDirect && !isLost) ??
    cards.findLast(({ isDirect }) => isDirect);
  for (const message of messages) {
    // It stands in its thread, and is only shown here as well.
    if (message.subtype === "thread_broadcast") continue;
    const card = cards.find(({ ts }) => ts === message.ts);
    if (!card && direct) {
      picture.replies.push({ channel, card: direct, message });
    } else if (!card) picture.others.push({ channel, message });
    if (!message.reply_count) continue;
    for (const reply of await eyes.replies(channel, message.ts)) {
      const under = card ?? direct;
      if (under) picture.replies.push({ channel, card: under, message: reply });
      else picture.others.push({ channel, message: reply });
    }
  }
}
