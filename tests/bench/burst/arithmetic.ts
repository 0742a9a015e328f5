import type { ReplyBurst } from "./reply_burst.ts";
import type { TextBurst } from "./text_burst.ts";
import type { Used } from "./used_limits.ts";

/** How near to the rate of Slack's posts a burst must come, and how long a text may wait that stands behind no other. */
const NEAR_ENOUGH = 0.95;
const PROMPT = 3;

/** What a burst was to be and was not, in sentences; empty when all is well. */
export function missedByTexts(burst: TextBurst): string[] {
  const { lost, doubled, disordered, rate, median_wait_alone: wait } = burst;
  return [
    ...lost > 0 ? [`${lost} texts are lost`] : [],
    ...doubled > 0 ? [`${doubled} texts are doubled`] : [],
    ...disordered > 0 ? [`${disordered} conversations are out of order`] : [],
    ...rate < NEAR_ENOUGH
      ? [`${rate.toFixed(3)} posts a second, at least ${NEAR_ENOUGH}`]
      : [],
    ...wait < PROMPT
      ? []
      : [`a text alone waits ${wait} s, less than ${PROMPT}`],
  ];
}

export function missedByReplies(burst: ReplyBurst): string[] {
  const { lost, doubled, marked } = burst;
  return [
    ...lost > 0 ? [`${lost} replies are lost`] : [],
    ...doubled > 0 ? [`${doubled} replies are doubled`] : [],
    ...marked === null ? ["the marks of some are left to catch-up"] : [],
  ];
}

/** What a burst of texts comes to, and which limit binds. */
export function tellTexts(burst: TextBurst): string {
  const { contacts, texts, known, posts, seconds, rate } = burst;
  const cards = posts - texts;
  return [
    `${texts} texts from ${contacts} ${
      known ? "contacts" : "people who never texted before"
    } within one minute, to one line and one channel`,
    `  lost ${burst.lost}, doubled ${burst.doubled}, conversations out of order ${burst.disordered}`,
    `  ${posts} posts (${texts} texts${
      cards > 0 ? `, ${cards} cards` : ""
    }) in ${seconds.toFixed(0)} s: ${
      (rate * 100).toFixed(1)
    } % of one a second`,
    `  half of the texts of the burst wait less than ${burst.median_wait} s, of those alone less than ${burst.median_wait_alone} s`,
    `  why not faster: ${posts} posts at one a second and channel take ${posts} s; no way of working off can be faster`,
    `  why rings alone would not do: at ten a minute, ${texts} rings take ${
      texts / 10
    } minutes`,
    `  why pins come last: ${contacts} pins at 20 a minute take ${
      contacts / 20
    } minutes, and Slack keeps 100 in a channel`,
    "",
    tableOf(burst.limits),
  ].join("\n");
}

export function tellReplies(burst: ReplyBurst): string {
  const { replies, lost, doubled, median, slowest, marked } = burst;
  return [
    `${replies} replies within one second from ${replies} teammates, each in another conversation`,
    `  lost ${lost}, doubled ${doubled}; with the carrier after ${median} s (half of them) and ${slowest} s (the last)`,
    marked === null
      ? "  the marks of some are left to catch-up"
      : `  all marked as received after ${marked.toFixed(0)} s`,
    `  what binds: each reply adds three marks, ${
      3 * replies
    } in all; Slack takes 50 a minute, so that the last are made a minute later`,
    "",
    tableOf(burst.limits),
  ].join("\n");
}

function tableOf(limits: Used[]): string {
  const rows = [
    ["", "taken", "refused", "busiest minute", "published", "used"],
    ...limits.filter(({ published }) => published !== null).map((
      { method, taken, refused, busiest_minute: busiest, published },
    ) => [
      method,
      String(taken),
      String(refused),
      String(busiest),
      String(published),
      `${Math.round(100 * busiest / (published ?? 1))} %`,
    ]),
  ];
  const width = (column: number) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows.map((row) =>
    "  " +
    row.map((cell, column) =>
      column === 0 ? cell.padEnd(width(0)) : cell.padStart(width(column))
    ).join("  ")
  ).join("\n");
}
