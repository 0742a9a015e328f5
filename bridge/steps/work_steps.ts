import { changeWork } from "../places/change_work.ts";
import type { Ends } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { STATES } from "../sms/work.ts";
import { cleanTags } from "../sms/written_contact.ts";
import { outsiders } from "../team/assign.ts";
import { rememberTags } from "../team/known_tags.ts";
import { setState } from "../team/set_state.ts";
import { tellOf } from "../team/tell_of.ts";
import { conversationNamed, type Named } from "./named_line.ts";

const HOUR = 60 * 60 * 1000;

/** The longest that a workflow can put a conversation off, in hours: a year. */
const LONGEST = 366 * 24;

/**
 * Makes people a conversation's assignees for a workflow, and tells them, and a channel that hears of its new texts from
 * now on.
 * @returns a link to the conversation. @throws Refusal when there is no such conversation.
 */
export async function assignForStep(
  ends: Ends,
  named: Named,
  people: string[],
  channel: string | undefined,
): Promise<string> {
  const { conversation, known } = await conversationNamed(ends, named);
  const { line, contact } = conversation;
  const { work } = known;
  const assignees = [...new Set(people)];
  const outside = await outsiders(ends, conversation, assignees);
  const told = channel && !work.channels.includes(channel) ? [channel] : [];
  const channels = [...work.channels, ...told];
  await changeWork(ends, line, contact, { assignees, outside, channels });
  await tellOf(ends, conversation, known.standing, {
    people: assignees.filter((id) => !work.assignees.includes(id)),
    outside,
    channels: told,
    by: null,
  });
  return await ends.desk.permalink(conversation);
}

/** Tags a conversation for a workflow, and tells all the tags it has then. @throws Refusal when there is no such conversation. */
export async function tagForStep(
  ends: Ends,
  named: Named,
  written: string,
  replaces: boolean,
): Promise<string[]> {
  const { conversation, known } = await conversationNamed(ends, named);
  const { line, contact } = conversation;
  const given = cleanTags(written);
  const before = replaces ? [] : known.work.tags;
  const tags = cleanTags([...before, ...given].join(","));
  await changeWork(ends, line, contact, { tags });
  await rememberTags(ends, known, given);
  return tags;
}

/**
 * Brings a conversation into a state for a workflow; a pending one comes back after some hours, if they are given.
 * @throws Refusal when there is no such state or conversation.
 */
export async function setStateForStep(
  ends: Ends,
  named: Named,
  written: string,
  hours: number | undefined,
): Promise<void> {
  const state = STATES.find((each) => each === written.trim().toLowerCase());
  if (!state) {
    throw new Refusal(
      `“${written.slice(0, 50)}” is not a state.`,
      `Use one of ${STATES.join(", ")}.`,
    );
  }
  if (hours && state !== "pending") {
    throw new Refusal(
      "Only a pending conversation comes back by itself.",
      "Set it to pending, or leave the hours empty.",
    );
  }
  if (hours && (hours < 0 || hours > LONGEST)) {
    throw new Refusal(
      `It cannot come back after ${hours} hours.`,
      `Use a number between 1 and ${LONGEST}.`,
    );
  }
  const { conversation } = await conversationNamed(ends, named);
  const backAt = hours ? ends.clock.now() + hours * HOUR : null;
  await setState(ends, conversation, { state, backAt }, null);
}
