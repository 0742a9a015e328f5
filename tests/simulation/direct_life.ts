import { deleteCard } from "./card_care.ts";
import type { Contacts } from "./contacts.ts";
import {
  chooseLate,
  deleteChannel,
  deleteMessage,
  writeInVain,
} from "./direct_deeds.ts";
import { Refused } from "./hands.ts";
import { loseChannel, moveAway } from "./moving_deeds.ts";
import type { Team } from "./team.ts";
import { type Place, Whom } from "./whom.ts";
import { reply } from "./writing.ts";

/** What people may do next with a conversation that has a channel of its own, each as often as it stands here. */
const DEEDS = [
  "reply",
  "writeInVain",
  "writeInVain",
  "deleteMessage",
  "deleteCard",
  "deleteChannel",
  "lose",
  "goBack",
] as const;

/** How often something else is done: a conversation gets a channel, or is asked about that has lost it. */
const IN_SHARED = 0.45;

/** People who give conversations channels of their own. */
export class DirectLife {
  /** What went wrong with the people themselves: a mistake in the simulation. */
  readonly mistakes: unknown[] = [];
  readonly #whom: Whom;

  constructor(
    private readonly team: Team,
    private readonly contacts: Contacts,
    places: readonly [Place, ...Place[]],
  ) {
    this.#whom = new Whom(team, contacts, places);
  }

  /** Sets out 8 to 24 deeds over `span` milliseconds. */
  plan(span: number): void {
    const { chance } = this.team;
    for (let deeds = chance.between(8, 24); deeds > 0; deeds--) {
      this.#later(chance.between(0, span), () => this.#do());
    }
  }

  readonly #later = (ms: number, deed: () => Promise<void>): void => {
    this.team.clock.after(ms, async () => {
      try {
        await deed();
      } catch (error) {
        // What Slack or the carrier does not let people do, they leave.
        if (!(error instanceof Refused)) this.mistakes.push(error);
      }
    });
  };

  async #do(): Promise<void> {
    const { contacts, team } = this;
    const { chance } = team;
    const cards = (await this.#whom.cards()).filter(({ isLeft }) => !isLeft);
    const own = chance.anyOf(cards.filter(({ isDirect }) => isDirect));
    const shared = chance.anyOf(cards.filter(({ isDirect }) => !isDirect));
    if (shared && (!own || chance.happens(IN_SHARED))) {
      return chance.happens(0.5)
        ? await moveAway(team, shared)
        : await chooseLate(team, shared, this.#later);
    }
    if (!own) return;
    switch (chance.oneOf(DEEDS)) {
      case "reply":
        return await reply(team, own);
      case "writeInVain":
        return await writeInVain(team, contacts, own, this.#later);
      case "deleteMessage":
        return await deleteMessage(team, own);
      case "deleteCard":
        return await deleteCard(team, own);
      case "deleteChannel":
        return deleteChannel(team, own);
      case "lose":
        return await loseChannel(team, own);
      case "goBack":
        return await moveAway(team, own);
    }
  }
}
