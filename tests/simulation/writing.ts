import { sleep } from "../../emulator/clock.ts";
import type { Wish } from "./ledger.ts";
import { join } from "./moving_deeds.ts";
import type { Card } from "./seen_in_slack.ts";
import type { Mate, Team } from "./team.ts";

/** Marks that people put on messages too, so that the app must tell whose they are. */
const MARKS = [
  "hourglass_flowing_sand",
  "heavy_check_mark",
  "vibration_mode",
  "x",
] as const;

/** Replies in a conversation's thread, or in its channel, `times` with the very same words. */
export async function reply(
  team: Team,
  { channel, ts, line, contact, isDirect }: Card,
  times = 1,
): Promise<void> {
  const body = team.words("r");
  for (let time = 0; time < times; time++) {
    if (time > 0) await sleep(team.clock, team.chance.magnitude(1, 5_000));
    const mate = team.someone();
    const wish = team.wish("reply", mate, { line, contact, body });
    if (isDirect) await join(team, mate.token, channel);
    const thread = isDirect ? {} : { thread_ts: ts };
    await write(team, mate, { channel, text: body, ...thread }, wish);
  }
}

/** Types a `send` line in a connected channel. */
export async function sendLine(
  team: Team,
  channel: string,
  line: string,
  contact: string,
): Promise<void> {
  const mate = team.someone();
  const body = team.words("l");
  const to = team.chance.oneOf([contact, `<tel:${contact}|${contact}>`]);
  const wish = team.wish("line", mate, { line, contact, body });
  await write(team, mate, { channel, text: `send ${to} ${body}` }, wish);
}

/** Talks about something that is nobody's business outside. */
export async function talk(team: Team, channel: string): Promise<void> {
  const mate = team.someone();
  const secret = team.words("internal").split(" ")[0] ?? "";
  team.ledger.secrets.push(secret);
  const text = team.chance.oneOf([
    `${secret} lunch?`,
    `send me the ${secret} list`,
    `Clerk ${secret} is slow today`,
  ]);
  const ts = await post(team, mate, { channel, text });
  if (team.chance.happens(0.5)) return;
  const answer = { channel, thread_ts: ts, text: `${secret} yes` };
  await post(team, team.someone(), answer);
}

interface Draft {
  channel: string;
  text: string;
  thread_ts?: string;
}

async function write(
  team: Team,
  mate: Mate,
  draft: Draft,
  wish: Wish,
): Promise<void> {
  const { hands, faults, chance, trace } = team;
  const { channel } = draft;
  const ts = await post(team, mate, draft);
  wish.typed = { channel, ts };
  team.ledger.wishes.push(wish);
  if (faults.strikes("marked_by_people")) {
    await hands.slack(team.someone().token, "reactions.add", {
      channel,
      timestamp: ts,
      name: chance.oneOf(MARKS),
    });
  }
  if (!faults.strikes("message_deleted")) return;
  await sleep(team.clock, chance.magnitude(20, 10_000));
  wish.isDeleted = true;
  trace.note(mate.name, `deletes ${ts}`);
  await hands.slack(mate.token, "chat.delete", { channel, ts });
}

/** @returns the message's `ts`. */
async function post(
  { hands, trace }: Team,
  mate: Mate,
  draft: Draft,
): Promise<string> {
  const { ts } = await hands.slack<{ ts: string }>(
    mate.token,
    "chat.postMessage",
    { ...draft },
  );
  const where = draft.thread_ts ? `replies to ${draft.thread_ts}` : "posts";
  trace.note(mate.name, `${where} in ${draft.channel} (${ts}): ${draft.text}`);
  return ts;
}
