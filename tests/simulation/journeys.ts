import { pressRetry } from "./card_care.ts";
import type { Contacts } from "./contacts.ts";
import { askAndWait, fillForm, runStep } from "./requests.ts";
import { type Card, cardsAmong, Eyes } from "./seen_in_slack.ts";
import type { Stage } from "./stage.ts";
import type { Team } from "./team.ts";
import type { Place } from "./whom.ts";
import { signCard, workStep } from "./work_deeds.ts";
import { reply, sendLine } from "./writing.ts";

/** What a journey is told with. */
export interface Scene {
  stage: Stage;
  contacts: Contacts;
  team: Team;
  place: Place;
  line: string;
  maya: string;
  /** From now on, or no longer, Slack loses every event and every ring. */
  lose(isLost: boolean): void;
  /** Lets virtual milliseconds pass. */
  pass(ms: number): Promise<void>;
}

/** A main journey: what was before, and what is done while somebody may die. */
export interface Journey {
  before?(scene: Scene): Promise<void>;
  act(scene: Scene): Promise<void>;
  /** Milliseconds until a text arrives on a phone, if it is not soon. */
  delivered?: number;
}

const MINUTE = 60_000;

/** How long the runs of one deed are followed. */
const WHILE = 2 * MINUTE;

/** How many texts at once make a crowd. */
const CROWD = 5;

async function knowMaya({ contacts, maya, line, pass }: Scene) {
  await contacts.text(maya, line);
  await pass(WHILE);
}

async function cardOf({ stage, place }: Scene): Promise<Card> {
  const token = stage.workspace.people[0]?.token ?? "";
  const eyes = new Eyes(stage.hands, token);
  const [card] = cardsAmong(place.id, await eyes.channel(place.id));
  if (!card) throw new Error("there is no conversation");
  return card;
}

/** The journeys that must survive a death at any call. */
export const JOURNEYS: Record<string, Journey> = {
  "first text": {
    async act({ contacts, maya, line, pass }) {
      await contacts.text(maya, line);
      await pass(WHILE);
    },
  },
  "later text": {
    before: knowMaya,
    async act({ contacts, maya, line, pass }) {
      await contacts.text(maya, line);
      await pass(WHILE);
    },
  },
  "text that opts out": {
    before: knowMaya,
    async act({ contacts, maya, line, pass }) {
      await contacts.want("stop", maya, line);
      await pass(WHILE);
    },
  },
  "text to who was done with": {
    async before(scene) {
      await knowMaya(scene);
      await signCard(scene.team, await cardOf(scene), "white_check_mark");
      await scene.pass(WHILE);
    },
    async act({ contacts, maya, line, pass }) {
      await contacts.text(maya, line);
      await pass(WHILE);
    },
  },
  "sign on a card": {
    before: knowMaya,
    async act(scene) {
      await signCard(scene.team, await cardOf(scene), "white_check_mark");
      await scene.pass(WHILE);
    },
  },
  "step that puts off": {
    before: knowMaya,
    async act({ team, line, maya, pass }) {
      void workStep(team, line, maya, "pending");
      await pass(WHILE);
    },
  },
  "two pictures": {
    before: knowMaya,
    async act({ contacts, maya, line, pass }) {
      await contacts.text(maya, line, 2);
      await pass(WHILE);
    },
  },
  "two texts at once": {
    async act({ contacts, maya, line, pass }) {
      await contacts.text(maya, line);
      await contacts.text(maya, line);
      await pass(WHILE);
    },
  },
  "crowd of texts": {
    before: knowMaya,
    async act({ contacts, maya, line, pass }) {
      for (let each = 0; each < CROWD; each++) await contacts.text(maya, line);
      await pass(WHILE);
    },
  },
  "thread reply": {
    before: knowMaya,
    async act(scene) {
      await reply(scene.team, await cardOf(scene));
      await scene.pass(WHILE);
    },
  },
  "send line to somebody new": {
    async act({ team, place, line, maya, pass }) {
      await sendLine(team, place.id, line, maya);
      await pass(WHILE);
    },
  },
  "send line to somebody who wants none": {
    async before(scene) {
      const { contacts, maya, line, pass } = scene;
      await knowMaya(scene);
      await contacts.want("stop", maya, line);
      await pass(WHILE);
    },
    async act({ team, place, line, maya, pass }) {
      await sendLine(team, place.id, line, maya);
      await pass(WHILE);
    },
  },
  "send line to somebody who wants some again": {
    async before(scene) {
      const { contacts, maya, line, pass } = scene;
      await knowMaya(scene);
      await contacts.want("stop", maya, line);
      await pass(WHILE);
    },
    async act({ contacts, team, place, line, maya, pass }) {
      await sendLine(team, place.id, line, maya);
      await pass(WHILE);
      await contacts.want("start", maya, line);
      await pass(WHILE);
    },
  },
  "send line to somebody known": {
    before: knowMaya,
    async act({ team, place, line, maya, pass }) {
      await sendLine(team, place.id, line, maya);
      await pass(WHILE);
    },
  },
  "form": {
    async act({ team, place, line, maya, pass }) {
      void fillForm(team, place, line, maya);
      await pass(WHILE);
    },
  },
  "step": {
    async act({ team, line, maya, pass }) {
      void runStep(team, line, maya, undefined);
      await pass(WHILE);
    },
  },
  "question that nobody answers": {
    async act({ team, line, maya, pass }) {
      askAndWait(team, line, maya);
      await pass(WHILE);
    },
  },
  "question and answer": {
    async act({ contacts, team, line, maya, pass }) {
      askAndWait(team, line, maya);
      await pass(30_000);
      await contacts.text(maya, line);
      await pass(WHILE);
    },
  },
  "status ring": {
    delivered: 30_000,
    before: knowMaya,
    async act(scene) {
      await reply(scene.team, await cardOf(scene));
      await scene.pass(WHILE);
    },
  },
  "failure and retry": {
    async before(scene) {
      await knowMaya(scene);
      await turn(scene, "off");
      await reply(scene.team, await cardOf(scene));
      await scene.pass(WHILE);
      await turn(scene, "on");
    },
    async act(scene) {
      await pressRetry(scene.team, await cardOf(scene));
      await scene.pass(WHILE);
    },
  },
  "undelivered reply": {
    async before(scene) {
      await knowMaya(scene);
      await turn(scene, "off");
    },
    async act(scene) {
      await reply(scene.team, await cardOf(scene));
      await scene.pass(WHILE);
    },
  },
  "catch-up": {
    async before(scene) {
      const { contacts, team, place, line, maya, stage } = scene;
      await knowMaya(scene);
      const [, noah = ""] = stage.workspace.phones.map(({ number }) => number);
      scene.lose(true);
      await contacts.text(maya, line);
      await contacts.text(noah, line);
      await reply(team, await cardOf(scene));
      await sendLine(team, place.id, line, noah);
      await scene.pass(10_000);
      scene.lose(false);
      // Until just before the full hour's catch-up.
      await scene.pass(50 * MINUTE);
    },
    async act({ pass }) {
      await pass(15 * MINUTE);
    },
  },
};

async function turn({ stage, maya }: Scene, state: string): Promise<void> {
  await stage.hands.ask("PUT", `/phones/${maya}`, { state });
}
