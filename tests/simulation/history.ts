import type { Contacts } from "./contacts.ts";
import { cardsAmong, Eyes } from "./seen_in_slack.ts";
import type { Team } from "./team.ts";
import type { Place } from "./whom.ts";
import { reply } from "./writing.ts";

const MINUTE = 60_000;

/** How long ago the first conversations began: longer than anything is looked for in a channel. */
const AGO = 240 * MINUTE;

/** Lets some conversations be old when the day begins: a text each, some answered. */
export async function liveThroughHistory(
  team: Team,
  contacts: Contacts,
  places: readonly Place[],
  pass: (ms: number) => Promise<void>,
): Promise<void> {
  const { chance, hands, mates: [mate] } = team;
  const known = contacts.numbers.slice(0, chance.between(1, 3));
  for (const contact of known) {
    const line = chance.anyOf(places.flatMap(({ line }) => line ?? []));
    if (line) await contacts.text(contact, line);
    await pass(MINUTE);
  }
  const eyes = new Eyes(hands, mate.token);
  for (const { id } of places) {
    for (const card of cardsAmong(id, await eyes.channel(id))) {
      if (chance.happens(0.5)) await reply(team, card);
    }
  }
  await pass(AGO);
}
