import type { Card, CardFacts } from "../ports.ts";
import { conversationKey } from "../sms/conversation.ts";
import { formatForPeople } from "../sms/readable_number.ts";
import { shownText } from "../sms/shown_text.ts";
import { NO_WORK, type Work } from "../sms/work.ts";
import { type Block, type Content, mrkdwn, plain } from "./blocks.ts";
import { gone, type Lead } from "./moving.ts";
import { cardButtons } from "./card_buttons.ts";

/** Where a card stands. */
interface CardPlace {
  /** The app's user id where only replies that begin with a mention of it are texted. */
  addressee: string | null;
  /** What opens its thread; empty where that is not known yet. */
  link: string;
  /** Where the conversation goes on, if not here. */
  movedTo: Lead | null;
}

/**
 * The parent message of a conversation's thread: who, which line, how it stands.
 * Its link can only be drawn once Slack has given it an address.
 */
export function card(
  { line, contact, beginner, direct = false }: Card,
  facts: CardFacts,
  { addressee, link, movedTo }: CardPlace,
): Content {
  const { standing, work, opening } = facts;
  const { name, optedOut, doNotDisturb } = standing;
  const buttons = movedTo
    ? []
    : cardButtons(conversationKey(line, contact), facts, direct);
  const number = formatForPeople(contact);
  if (work.isHidden && !movedTo) {
    const words = `📱 ${shownText(name || number)} · hidden`;
    return {
      text: words,
      blocks: [small(words + (link ? ` · <${link}|Open>` : "")), ...buttons],
    };
  }
  const title = "contact" in beginner
    ? "New Inbound Message"
    : "New Conversation";
  const begun = "contact" in beginner
    ? ""
    : "teammate" in beginner
    ? `Begun by <@${beginner.teammate}>. `
    : "Begun by a workflow. ";
  const how = movedTo
    ? gone(movedTo).text
    : direct
    ? "All that is written in this channel is texted. Begin with `note:` or `//` to keep it among yourselves."
    : addressee
    ? `Begin a reply in this thread with <@${addressee}> to text it; the others stay inside.`
    : `Reply in this thread to text ${begun ? "again" : "back"}.`;
  const lineName = opening?.name ? `${shownText(opening.name)}\n` : "";
  const fields = [
    `*Contact*\n${name ? `${shownText(name)}\n` : ""}${number}`,
    `*Line*\n${lineName}${formatForPeople(line)}`,
    ...workFields(work),
  ];
  return {
    text: `${title}: ${shownText(name || number)}`,
    blocks: [
      { type: "header", text: plain(`📱 ${title}`) },
      ...(work.subject
        ? [{
          type: "section",
          text: mrkdwn(`*${shownText(work.subject)}*`),
        }]
        : []),
      { type: "section", fields: fields.slice(0, 10).map(mrkdwn) },
      small(begun + how + (link ? ` · <${link}|Open>` : "")),
      ...(optedOut
        ? [small("🚫 Opted out: they have asked for no more texts.")]
        : []),
      ...(doNotDisturb
        ? [
          small(
            `🔕 Do Not Disturb, by ${shownText(doNotDisturb.by)}${
              doNotDisturb.why ? `: ${shownText(doNotDisturb.why)}` : ""
            }`,
          ),
        ]
        : []),
      ...buttons,
    ],
  };
}

/** What the team has made of the conversation; nothing of what nobody has touched. */
function workFields(work: Work): string[] {
  const { state, assignees, priority, tags, backAt } = work;
  const people = assignees.map((id) => `<@${id}>`).join(" ");
  const due = backAt === null
    ? ""
    : ` until <!date^${Math.floor(backAt / 1000)}^{date_short_pretty} {time}|${
      new Date(backAt).toISOString()
    }>`;
  return [
    ...(state === NO_WORK.state ? [] : [`*State*\n${capital(state)}${due}`]),
    ...(people ? [`*Assigned to*\n${people}`] : []),
    ...(priority === NO_WORK.priority
      ? []
      : [`*Priority*\n${capital(priority)}`]),
    ...(tags.length > 0 ? [`*Tags*\n${tags.map(shownText).join(", ")}`] : []),
  ];
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function small(words: string): Block {
  return { type: "context", elements: [mrkdwn(words)] };
}
