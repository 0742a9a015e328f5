import {
  listContacts,
  type Look,
  type News,
} from "../../bridge/contacts/list_contacts.ts";
import { contactList } from "../../bridge/slack/views/contact_list.ts";
import type { View } from "../../bridge/slack/views/modal.ts";
import type { Under } from "../../bridge/slack/views/under.ts";
import { allEnds } from "../all_ends.ts";
import { carriedOut } from "../carried_out.ts";
import { windows } from "../ends.ts";

type Context = Parameters<typeof allEnds>[0];

const FIRST_PAGE: Look = { search: "", cursor: null };

/** The list of contacts: its first page, if nothing else is looked for. */
export async function list(
  context: Context,
  look = FIRST_PAGE,
  news: News = {},
): Promise<View> {
  return contactList(await listContacts(allEnds(context), look, news));
}

/** Brings the list that lies under a form up to date: what has been done must not fail for that. */
export async function refreshList(
  context: Context,
  { id, look }: Under,
  news: News,
): Promise<void> {
  await carriedOut(async () => {
    await windows(context).update(id, await list(context, look, news));
  });
}
