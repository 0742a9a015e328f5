import type { SlackMessage } from "../support/surface.ts";
import { type Card, Eyes, kindOf, payloadOf } from "./seen_in_slack.ts";
import type { Team } from "./team.ts";

/** Nothing of a conversation is under way after so long (milliseconds): longer than a run lives twice. */
const QUIET = 150_000;

/** Presses the button under a failed text, perhaps one that was pressed before, perhaps twice. */
export async function pressRetry(team: Team, card: Card): Promise<void> {
  const { hands, chance, ledger, trace } = team;
  const { channel } = card;
  const eyes = new Eyes(hands, team.someone().token);
  const notices = (await eyes.under(card))
    .filter((each) => kindOf(each) === "clerk_notice" && buttonOf(each));
  const notice = chance.anyOf(notices);
  const button = notice && buttonOf(notice);
  if (!notice || !button) return;
  const about = payloadOf(notice, "about");
  for (let times = chance.oneOf([1, 1, 2]); times > 0; times--) {
    const mate = team.someone();
    ledger.presses.push({ channel, about, at: team.clock.now() });
    trace.note(mate.name, `presses ${button} about ${about}`);
    await hands.ask(
      "POST",
      `/desk/messages/${channel}/${notice.ts}/buttons/${button}`,
      { user_id: mate.id },
    );
  }
}

/** Takes a pin off by hand, when nothing is under way in the conversation. */
export async function unpin(team: Team, card: Card): Promise<void> {
  const mate = team.someone();
  const { channel, ts } = card;
  if (card.isDirect || !card.isPinned || !await isQuiet(team, card)) return;
  team.trace.note(mate.name, `unpins the card of ${card.contact} (${ts})`);
  const args = { channel, timestamp: ts };
  const isRemembered = await isLastRemembered(team, card);
  await team.hands.slack(mate.token, "pins.remove", args);
  const at = team.clock.now();
  team.ledger.unpins.push({ channel, ts, at, isRemembered });
}

/** Whether the app's own table says of the last text under a card that it was shown and pinned, and nothing that was left says otherwise. */
async function isLastRemembered(
  { world, hands, mates: [mate] }: Team,
  { channel, ts, line, contact }: Card,
): Promise<boolean> {
  const row = world.slack.datastores.all("conversations")
    .find(({ id }) => id === `${line}:${contact}`);
  const shown = Array.isArray(row?.shown) ? row.shown : [];
  const replies = await new Eyes(hands, mate.token).replies(channel, ts);
  const last = replies.findLast((each) => kindOf(each) === "clerk_received");
  const { messages } = world.slack.workspace;
  const former = Array.isArray(row?.former) ? row.former.map(String) : [];
  const isLeftPinned = former.some((each) => {
    const [channel = "", ts = ""] = each.split(":");
    return messages.get(channel, ts)?.pinned;
  });
  if (isLeftPinned) return false;
  return !last || shown.includes(payloadOf(last, "sid"));
}

/** An admin deletes a card, whatever for. */
export async function deleteCard(
  { mates: [admin], trace, clock, ledger, hands }: Team,
  { channel, ts, line, contact, isDirect }: Card,
): Promise<void> {
  trace.note(admin.name, `deletes the card of ${contact} (${ts})`);
  const at = clock.now();
  ledger.lostCards.push({ channel, ts, line, contact, at, isDirect });
  await hands.slack(admin.token, "chat.delete", { channel, ts });
}

async function isQuiet(
  { clock, ledger, world, hands, mates: [mate] }: Team,
  card: Card,
): Promise<boolean> {
  const since = clock.now() - QUIET;
  const isBusy = ledger.wishes.some(({ line, contact, at }) =>
    line === card.line && contact === card.contact && at > since
  );
  if (isBusy) return false;
  const replies = await new Eyes(hands, mate.token)
    .replies(card.channel, card.ts);
  const shown = new Set(replies.map((each) => payloadOf(each, "sid")));
  return world.carrier.messages.all().every((text) => {
    const isTheirs = text.direction === "inbound" && text.to === card.line &&
      text.from === card.contact;
    return !isTheirs || (text.created < since && shown.has(text.sid));
  });
}

/** The action id of a message's first button that starts a workflow. */
function buttonOf({ blocks }: SlackMessage): string | undefined {
  const found = /"type":"workflow_button","action_id":"(\w+)"/.exec(
    JSON.stringify(blocks ?? []),
  );
  return found?.[1];
}
