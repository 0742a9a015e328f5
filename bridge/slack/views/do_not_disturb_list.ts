import * as z from "zod/mini";
import type { Listed, ListPage } from "../../consent/do_not_disturb_list.ts";
import type { CarrierText } from "../../ports.ts";
import { formatForPeople } from "../../sms/readable_number.ts";
import { shownText } from "../../sms/shown_text.ts";
import { type Block, moment, mrkdwn, plain } from "../blocks.ts";
import { button, buttons, modal, note, type View } from "./modal.ts";

const TITLE = "Do Not Disturb";

/** The longest part of a blocked text that is listed: Slack takes 3,000 characters, its own marks counted. */
const EXCERPT = 500;

/** How many blocked texts are listed. */
const REVIEWED = 20;

/** The Do Not Disturb list. @param said what has just come of a click. */
export function listView(
  { entries, page, pages, total }: ListPage,
  said?: string,
): View {
  const turning = [
    ...(page > 0 ? [button("dnd_newer", "Newer", String(page - 1))] : []),
    ...(page < pages - 1
      ? [button("dnd_older", "Older", String(page + 1))]
      : []),
  ];
  return modal(TITLE, [
    {
      type: "section",
      text: plain(
        "Texts of these contacts are not shown, only counted, and nothing is texted to them.",
      ),
    },
    buttons([["dnd_add", "Add a number"]], true),
    ...(said ? [note(shownText(said))] : []),
    { type: "divider" },
    ...(entries.length > 0 ? entries.flatMap(entryBlocks) : [{
      type: "section",
      text: plain("Nobody is on the list: every text that comes is shown."),
    }]),
    ...(pages > 1
      ? [note(`Page ${page + 1} of ${pages} · ${total} contacts`)]
      : []),
    ...(turning.length > 0 ? [{ type: "actions", elements: turning }] : []),
  ], { callback_id: "dnd_list", memory: { page } });
}

/** Which page a list shows. */
export function pageIn(memory: string | undefined): number {
  const OfList = z.object({ page: z.number() });
  return z.parse(OfList, JSON.parse(memory ?? "{}")).page;
}

function entryBlocks(entry: Listed): Block[] {
  const { contact, by, at, why, blockedCount } = entry;
  const number = formatForPeople(contact);
  const who = entry.name ? `*${shownText(entry.name)}* ${number}` : number;
  const blocked = blockedCount === 0
    ? "no texts blocked"
    : blockedCount === 1
    ? "1 text blocked"
    : `${blockedCount} texts blocked`;
  const reason = why ? `\n“${shownText(why)}”` : "";
  return [{
    type: "section",
    text: mrkdwn(
      `${who}\nby ${shownText(by)}, ${moment(at)} · ${blocked}${reason}`,
    ),
  }, {
    type: "actions",
    block_id: `dnd ${contact}`,
    elements: [
      button("dnd_review", "Review", contact),
      button("dnd_remove", "Remove", contact, {
        title: "Take them off?",
        text:
          `What ${number} texts from now on is shown, and they can be texted again. What was blocked stays hidden.`,
        yes: "Remove",
      }),
    ],
  }];
}

/** The latest texts of a contact that were not shown. */
export function blockedView(who: string, texts: CarrierText[]): View {
  const listed = texts.slice(0, REVIEWED).flatMap(({ body, createdAt }) => [
    note(moment(createdAt)),
    {
      type: "section",
      text: plain(
        body === ""
          ? "(a text without words)"
          : body.length > EXCERPT
          ? `${body.slice(0, EXCERPT)}…`
          : body,
      ),
    },
  ]);
  return modal("Blocked texts", [
    {
      type: "section",
      text: plain(
        texts.length === 0
          ? `${who} has texted nothing since.`
          : `What ${who} has texted lately, newest first. It is at the carrier only, and nobody has answered it.`,
      ),
    },
    ...listed,
  ], { callback_id: "dnd_blocked" });
}
