import type { Disturbed, Ends } from "../ports.ts";
import { assertCopy, isOver } from "./do_not_disturb.ts";

/** Somebody on the list, as it is shown. */
export interface Listed extends Disturbed {
  /** As saved; empty for somebody who is not. */
  name: string;
}

/** One page of the list. */
export interface ListPage {
  /** Newest first. */
  entries: Listed[];
  /** Counted from 0. */
  page: number;
  pages: number;
  total: number;
}

/** How many entries a page has: one look at their standings. */
const PER_PAGE = 15;

/**
 * A page of the Do Not Disturb list. The list is the truth: what a writer who died left out is written now for the
 * entries of the page, and an entry that was as good as taken off goes.
 */
export async function listPage(ends: Ends, wanted: number): Promise<ListPage> {
  const all = (await ends.doNotDisturb.all()).sort((a, b) => b.at - a.at);
  const pages = Math.max(1, Math.ceil(all.length / PER_PAGE));
  const page = Math.min(Math.max(wanted, 0), pages - 1);
  const shown = all.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
  const standings = shown.length === 0
    ? []
    : await ends.conversations.standings(shown.map(({ contact }) => contact));
  const entries: Listed[] = [];
  for (const [at, entry] of shown.entries()) {
    const standing = standings[at];
    if (!standing) continue;
    if (isOver(standing, entry)) {
      await ends.doNotDisturb.remove(entry.contact);
      continue;
    }
    await assertCopy(ends, standing, entry);
    entries.push({ ...entry, name: standing.name });
  }
  const gone = shown.length - entries.length;
  return { entries, page, pages, total: all.length - gone };
}
