import * as z from "zod/mini";
import type { World } from "../../emulator/world.ts";
import type { Reply } from "./picture.ts";
import { isReceived } from "./received_texts.ts";
import { type ConversationRow, momentOf, type Seen } from "./seen.ts";
import type { Card } from "./seen_in_slack.ts";

const Row = z.object({
  id: z.string(),
  channel: z.string(),
  card_ts: z.string(),
  state: z.optional(z.string()),
  assignees: z.optional(z.array(z.string())),
  back_at: z.optional(z.number()),
  is_hidden: z.optional(z.boolean()),
});

/** Until then since all was calm, a catch-up has surely come (milliseconds). */
const HOUR = 60 * 60_000;

/** The conversations that have a place, as the app's table has them. */
export function conversationsIn({ slack }: World): ConversationRow[] {
  return slack.datastores.all("conversations").flatMap((each) => {
    const { data: row } = z.safeParse(Row, each);
    if (!row?.card_ts) return [];
    const [line = "", contact = ""] = row.id.split(":");
    return [{
      line,
      contact,
      channel: row.channel,
      ts: row.card_ts,
      state: row.state ?? "new",
      assignees: row.assignees ?? [],
      backAt: row.back_at ?? 0,
      isHidden: row.is_hidden ?? false,
    }];
  });
}

/** A card says what the app knows: how the conversation stands and whose it is, and whether the contact wants texts. */
export function* cardsTell({ picture, conversations, standings }: Seen) {
  for (const row of conversations) {
    const card = picture.cards.find(({ channel, ts, isLost }) =>
      channel === row.channel && ts === row.ts && !isLost
    );
    if (!card || picture.shut.includes(row.channel)) continue;
    const { isOptedOut, quietSince } = standings.now(row.contact);
    const isQuiet = quietSince !== null;
    const { state, assignees, isHidden } = row;
    const known = isHidden
      ? [isHidden]
      : [isHidden, state, ...assignees, isOptedOut, isQuiet];
    const said = toldBy(card);
    if (known.join() !== said.join()) {
      yield `the card of ${row.contact} with ${row.line} says ${said}, known is ${known}`;
    }
  }
}

/** What a card says, in the order of {@link cardsTell}. */
function toldBy({ words }: Card): (string | boolean)[] {
  const isHidden = words.includes(" · hidden");
  if (isHidden) return [isHidden];
  const [, state = "New"] = /\*State\*\\n(\w+)/.exec(words) ?? [];
  const [, owners = ""] = /\*Assigned to\*\\n([^"]*)"/.exec(words) ?? [];
  return [
    isHidden,
    state.toLowerCase(),
    ...owners.split(" ").flatMap((each) => /<@(\w+)>/.exec(each)?.[1] ?? []),
    words.includes("🚫 Opted out:"),
    words.includes("🔕 Do Not Disturb, by"),
  ];
}

/** Who waits for an answer is not taken for done, and who was put off comes back. */
export function* waitingIsOpen(seen: Seen) {
  const { picture, conversations, calmSince } = seen;
  for (const { line, contact, channel, ts, state, backAt } of conversations) {
    const card = picture.cards.find((each) =>
      each.channel === channel && each.ts === ts && !each.isLost
    );
    const last = picture.replies.findLast((each) =>
      each.card === card && (isReceived(each) || hasLeft(each.message))
    );
    const isWaiting = card?.isPinned && last !== undefined &&
      isReceived(last) && !isSettled({ line, contact, channel }, last, seen);
    if (isWaiting && !["new", "open"].includes(state)) {
      yield `${contact} waits for an answer of ${line} and is ${state}`;
    }
    if (backAt > 0 && backAt < calmSince + HOUR) {
      yield `${contact} was put off until ${backAt} by ${line} and is ${state}`;
    }
  }

  function hasLeft({ reactions }: (typeof picture.replies)[0]["message"]) {
    return reactions?.some(({ name, users }) =>
      name === "heavy_check_mark" && users.includes(picture.bot)
    );
  }
}

/** Whether somebody was done with a conversation after its last text, in a lost channel, where no pin can be taken off. */
function isSettled(
  { line, contact, channel }: Pick<
    ConversationRow,
    "line" | "contact" | "channel"
  >,
  { message }: Reply,
  { picture, ledger }: Seen,
): boolean {
  return picture.shut.includes(channel) &&
    ledger.settlings.some((each) =>
      each.line === line && each.contact === contact &&
      each.stand !== "open" && each.at > momentOf(message.ts)
    );
}
