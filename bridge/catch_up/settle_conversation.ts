import { countBlocked, isBlocked } from "../consent/block_texts.ts";
import { settleConsent } from "../consent/record_consent.ts";
import { routedChannel } from "../places/routed_channel.ts";
import type { CarrierText, Conversation, Ends, Known } from "../ports.ts";
import { cardDigest } from "../sms/card_digest.ts";
import type { E164 } from "../sms/e164.ts";
import { startWorkflows } from "../team/start_workflows.ts";
import { readAgain, rememberShown } from "../texts/remember_shown.ts";
import { settlePin } from "../texts/settle_pin.ts";
import { tidy } from "../texts/settle_thread.ts";
import { showAttachments } from "../texts/show_attachments.ts";
import {
  reopen,
  showFirst,
  type Showing,
  showTexts,
} from "../texts/show_texts.ts";
import { takeAnswer } from "../texts/take_answer.ts";
import { LOOKED_THROUGH, RUN_LIFE, SKEW } from "../timing.ts";
import { attachStanding } from "./attach_standing.ts";
import { drawAgain } from "./draw_again.ts";
import { withLeftBehind } from "./left_behind.ts";
import { openWaiting } from "./open_waiting.ts";
import { queueUp } from "./queue_up.ts";
import {
  type Lately,
  settleBeforeLost,
  settleFormer,
} from "./settle_former.ts";
import { settleOutgoing } from "./settle_outgoing.ts";
import { tellOfLost } from "./tell_of_lost.ts";

/**
 * Brings one conversation in line with the carrier's record: shows what was never shown, finishes what was left half
 * done, and brings marks and pin forward. What a run may still be busy with is left alone.
 * @param listed what the carrier has of the conversation lately, in both directions, each in the carrier's order; it is
 * asked where the caller has not done so. Nothing may be concluded from a record that nobody has looked for.
 */
export async function settleConversation(
  ends: Ends,
  line: E164,
  contact: E164,
  listed?: CarrierText[],
): Promise<void> {
  const { conversations, clock } = ends;
  const now = clock.now();
  const texts = listed ?? await latelyTexted(ends, line, contact);
  const known = await conversations.find(line, contact);
  const { conversation, opening, before } = known;
  if (!opening) return;
  const came = texts.filter((text) =>
    text.inbound && text.createdAt >= opening.since - SKEW &&
    now - text.createdAt > RUN_LIFE + SKEW
  );
  const blocked = came.filter((text) => isBlocked(known, text));
  await countBlocked(ends, known, blocked);
  const standing = await settleConsent(ends, line, known.standing, came);
  const received = came.filter((text) => !blocked.includes(text));
  const sent = texts.filter((text) => !text.inbound);
  const oldest = texts.map(({ createdAt }) => createdAt);
  const since = Math.min(now - LOOKED_THROUGH, ...oldest) - RUN_LIFE - SKEW;
  const lately = {
    received,
    came,
    sent,
    since,
    former: known.former,
    closed: opening.closed,
    known,
  };
  if (conversation) {
    await settleStanding(ends, conversation, lately);
    await takeAnswer(ends, known, received);
    return;
  }
  const isMissing = ({ sid }: CarrierText) => !before.includes(sid);
  const [first] = received.filter(isMissing);
  if (first) {
    const current = { ...known, standing };
    const all = await withLeftBehind(ends, line, current, received);
    const showing = await showFirst(
      ends,
      opening,
      current,
      all,
      all.filter(isMissing),
      routedChannel(opening, current, first.body),
    );
    await attach(ends, known, showing, received);
  }
  await settleFormer(ends, { line, contact }, null, lately, []);
  await takeAnswer(ends, known, received);
}

/** The same for one that has its card. */
async function settleStanding(
  ends: Ends,
  conversation: Conversation,
  lately: Lately,
): Promise<void> {
  const { received, came, sent, since, known } = lately;
  let thread = await ends.desk.thread(conversation, since);
  const isShutOut = conversation.direct &&
    await ends.desk.reach(conversation.channel, true) !== "in";
  const isShown = ({ sid }: CarrierText) =>
    conversation.shown.includes(sid) ||
    thread.messages.some((each) => each.sid === sid);
  const missing = received.filter((text) => !isShown(text));
  if (missing.length > 0) {
    const showing = await showTexts(
      ends,
      conversation,
      received,
      missing,
      true,
    );
    // What is left under the old card is settled by the next catch-up, which knows both.
    if (showing.moved) return await attach(ends, known, showing, received);
    const stand = missing.filter(({ sid }) => showing.shown.includes(sid));
    await startWorkflows(ends, known, showing.place, stand);
    thread = await ends.desk.thread(conversation, since);
  }
  // Nothing can be changed there; the next text, in whichever direction, takes the conversation elsewhere.
  if (isShutOut) {
    const lost = { ...conversation, messages: thread.messages };
    if (await tellOfLost(ends, lost, conversation, sent)) return;
    return await settleBeforeLost(ends, conversation, lately);
  }
  const { changes } = ends.desk;
  await tidy(ends, thread.messages, came);
  let rows = await settleOutgoing(ends, conversation, thread.messages, sent);
  const left = await settleFormer(
    ends,
    conversation,
    conversation,
    lately,
    thread.messages,
  );
  if (ends.desk.changes !== changes) {
    thread = await ends.desk.thread(conversation, since);
    rows = await ends.messages.findAll(sent.map(({ sid }) => sid));
  }
  const pin = await settlePin(ends, conversation, thread, rows, since);
  if (pin === "gone") {
    const showing = await reopen(ends, conversation, received);
    return await attach(ends, known, showing, received);
  }
  await openWaiting(ends, conversation, known, thread);
  // Other cards are seen in their channel.
  const { shows } = thread;
  const due = cardDigest(known.work, known.standing);
  if (conversation.direct && shows && shows !== due) {
    await drawAgain(ends, conversation, shows);
  }
  const shown = new Set(
    thread.messages.flatMap(({ sid }) => sid ? [sid] : []),
  );
  // What a run that died has shown where the conversation was must not be taken for unseen where it is.
  const isNews = [...received.map(({ sid }) => sid), ...left]
    .some((sid) => !conversation.shown.includes(sid));
  if (pin === "full") await queueUp(ends, conversation, thread.messages);
  if (isNews) {
    const now = await readAgain(ends, conversation);
    await rememberShown(ends, now, received, shown, left);
  }
  // Also of whoever was put on Do Not Disturb just as it came: what stands there is whole.
  const isMoved = lately.former.length > 0;
  await attachStanding(ends, conversation, thread.messages, came, isMoved);
}

/** Shows what came with texts that have just been shown, and starts what they start. */
async function attach(
  ends: Ends,
  known: Known,
  { shown, place }: Showing,
  received: CarrierText[],
): Promise<void> {
  const isShown = ({ sid }: CarrierText) => shown.includes(sid);
  const stand = received.filter(isShown);
  await startWorkflows(ends, known, place, stand);
  await showAttachments(ends, place, stand);
}

/** What the carrier has of one conversation, as far back as replies are looked for. */
async function latelyTexted(
  { carrier, clock }: Ends,
  line: E164,
  contact: E164,
): Promise<CarrierText[]> {
  const since = clock.now() - LOOKED_THROUGH;
  const [received, sent] = await Promise.all([
    carrier.textsFrom(contact, line),
    carrier.sentSince(line, since, contact),
  ]);
  return [...received.filter(({ createdAt }) => createdAt >= since), ...sent];
}
