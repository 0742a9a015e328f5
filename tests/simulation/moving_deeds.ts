import type { SlackMessage } from "../support/surface.ts";
import { Refused } from "./hands.ts";
import { type Card, Eyes, kindOf } from "./seen_in_slack.ts";
import type { Team } from "./team.ts";

/** Presses the button on a card that gives its conversation a channel of its own, or takes it back. */
export async function moveAway(team: Team, card: Card): Promise<void> {
  const button = ["create_channel", "move_back"].find((each) =>
    card.words.includes(`"action_id":"${each}"`)
  );
  if (!button) return;
  await press(team, card.channel, card.ts, button);
}

/** Answers the question what is to become of a conversation whose channel is lost. */
export async function chooseHome(team: Team, card: Card): Promise<void> {
  const question = await questionUnder(team, card);
  if (!question) return await moveAway(team, card);
  const button = team.chance.oneOf(["keep_here", "create_channel"]);
  await press(team, card.channel, question.ts, button);
}

/** The last time that it was asked in a thread what is to become of a lost channel's conversation. */
export async function questionUnder(
  team: Team,
  { channel, ts }: Card,
): Promise<SlackMessage | undefined> {
  const eyes = new Eyes(team.hands, team.someone().token);
  return (await eyes.replies(channel, ts))
    .findLast((each) => kindOf(each) === "clerk_question");
}

/** Archives a conversation's own channel, or takes the app out of it; perhaps that is taken back later. */
export async function loseChannel(team: Team, card: Card): Promise<void> {
  if (!card.isDirect) return await moveAway(team, card);
  const { channel } = card;
  const { chance, clock, trace, hands, world, mates: [mate] } = team;
  const { channels, bot } = world.slack.workspace;
  const found = channels.get(channel);
  if (!found || found.is_archived) return;
  const isArchived = chance.happens(0.5);
  trace.note(
    mate.name,
    `${isArchived ? "archives" : "removes the app from"} ${channel}`,
  );
  if (isArchived) channels.setArchived(found, true, mate.id);
  else channels.leave(found, bot.user_id);
  if (chance.happens(0.5)) return;
  clock.after(chance.magnitude(1_000, 600_000), async () => {
    if (!channels.get(channel)) return;
    trace.note(mate.name, `takes that back in ${channel}`);
    if (isArchived) channels.setArchived(found, false, mate.id);
    else await invite();
  });

  async function invite(): Promise<void> {
    try {
      await join(team, mate.token, channel);
      const args = { channel, users: bot.user_id };
      await hands.slack(mate.token, "conversations.invite", args);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }
}

/** Lets somebody into a channel who is not in it. */
export async function join(
  { hands }: Pick<Team, "hands">,
  token: string,
  channel: string,
): Promise<void> {
  await hands.slack(token, "conversations.join", { channel });
}

/** Somebody presses one of the buttons that move a conversation, or leave it. */
export async function press(
  team: Team,
  channel: string,
  ts: string,
  button: string,
): Promise<void> {
  const mate = team.someone();
  team.trace.note(mate.name, `presses ${button} on ${ts} in ${channel}`);
  await team.hands.ask(
    "POST",
    `/desk/messages/${channel}/${ts}/buttons/${button}`,
    { user_id: mate.id },
  );
}
