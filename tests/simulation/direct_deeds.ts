import { pressRetry } from "./card_care.ts";
import type { Contacts } from "./contacts.ts";
import { press, questionUnder } from "./moving_deeds.ts";
import { Onlooker } from "./onlooker.ts";
import { type Card, Eyes, kindOf, payloadOf } from "./seen_in_slack.ts";
import type { Team } from "./team.ts";
import { reply } from "./writing.ts";

/** An admin deletes a conversation's own channel, for good. */
export async function deleteChannel(
  { world, ledger, trace, mates: [admin] }: Team,
  { channel }: Card,
): Promise<void> {
  const { channels } = world.slack.workspace;
  const found = channels.get(channel);
  if (!found) return;
  trace.note(admin.name, `deletes the channel ${channel}`);
  const remembered = world.slack.datastores.all("conversations")
    .flatMap(({ shown }) => Array.isArray(shown) ? shown : []);
  const onlooker = new Onlooker(world);
  const elsewhere = onlooker.textsBut(channel);
  for (const each of await onlooker.channel(channel)) {
    const sid = payloadOf(each, "sid");
    const isSettled = remembered.includes(sid) && !elsewhere.includes(sid);
    if (!isSettled) ledger.forgotten.push(sid);
  }
  ledger.deletedChannels.push(channel);
  channels.remove(found, admin.id);
}

/** An admin deletes something that stands in a conversation's own channel: a text, or what somebody has typed. */
export async function deleteMessage(team: Team, card: Card): Promise<void> {
  const { hands, ledger, trace, clock, mates: [admin] } = team;
  const { channel, line, contact } = card;
  const messages = await new Eyes(hands, admin.token).channel(channel);
  const found = team.chance.anyOf(
    messages.filter((each) =>
      kindOf(each) === "clerk_received" || wishOf(each.ts) !== undefined
    ),
  );
  if (!found) return;
  const { ts } = found;
  trace.note(admin.name, `deletes ${ts} in ${channel}`);
  const wish = wishOf(ts);
  if (wish) wish.isDeleted = true;
  const sid = payloadOf(found, "sid");
  ledger.removals.push({ line, contact, ts, sid, at: clock.now() });
  await hands.slack(admin.token, "chat.delete", { channel, ts });

  function wishOf(ts: string) {
    return ledger.wishes.find(({ typed }) =>
      typed?.channel === channel && typed.ts === ts
    );
  }
}

/** Writes to a phone that is switched off; when it is on again, somebody sends that once more. */
export async function writeInVain(
  team: Team,
  contacts: Contacts,
  card: Card,
  later: (ms: number, deed: () => Promise<void>) => void,
): Promise<void> {
  const { chance } = team;
  await contacts.turn(card.contact, "off");
  await reply(team, card);
  later(chance.magnitude(20_000, 300_000), async () => {
    await contacts.turn(card.contact, "on");
    await pressRetry(team, card);
  });
}

/** Somebody answers, perhaps long afterwards, what is to become of a lost channel's conversation, and then somebody else. */
export async function chooseLate(
  team: Team,
  card: Card,
  later: (ms: number, deed: () => Promise<void>) => void,
): Promise<void> {
  const { chance } = team;
  const question = await questionUnder(team, card);
  if (!question) return;
  const wait = chance.magnitude(500, 1_800_000);
  for (let times = chance.oneOf([1, 2, 2]); times > 0; times--) {
    const button = chance.oneOf(["keep_here", "create_channel"]);
    later(
      wait + chance.magnitude(1, 20_000),
      () => press(team, card.channel, question.ts, button),
    );
  }
}
