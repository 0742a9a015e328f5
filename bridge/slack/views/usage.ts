import { barChart } from "../../sms/bars.ts";
import { formatForPeople } from "../../sms/readable_number.ts";
import type { UsageReport } from "../../plan/usage_report.ts";
import { type Block, mrkdwn, plain } from "../blocks.ts";
import { modal, note, type View } from "./modal.ts";

/** Characters of the longest bar: a modal is narrow. */
const WIDTH = 20;

/** How many people are told of. */
const PEOPLE = 30;

/** What the workspace has used this month, and in those before. */
export function usageView(report: UsageReport): View {
  const { lines, people, months } = report;
  if (lines.length === 0) {
    return modal("Usage", [
      section("No line is connected yet: connect one, and it is counted here."),
    ], { callback_id: "usage" });
  }
  return modal("Usage", [
    { type: "header", text: plain("This month") },
    section(leftWords(report)),
    { type: "divider" },
    section([
      "*By line*",
      ...lines.map(({ line, sent, received }) =>
        `${formatForPeople(line)}: ${count(sent)} sent, ${
          count(received)
        } received`
      ),
    ].join("\n")),
    section(["*Sent by*", ...peopleWords(people)].join("\n")),
    { type: "divider" },
    { type: "header", text: plain("The last 12 months") },
    preformatted(barChart(
      months.map(({ month, segments }) => ({
        label: monthName(month),
        value: segments,
      })),
      WIDTH,
    )),
    note(
      "Counted are segments, as the carrier bills them: up to 160 plain characters, or 70 with emoji and the like.",
    ),
  ], { callback_id: "usage" });
}

function leftWords({ used, limit, resetsAt, timeZone }: UsageReport): string {
  const day = new Intl.DateTimeFormat("en-US", {
    month: "long",
    day: "numeric",
    timeZone,
  }).format(resetsAt);
  const again = `It starts again on ${day} (${timeZone}).`;
  if (limit === null) {
    return `*${count(used)}* segments used. Your plan has no limit. ${again}`;
  }
  const left = Math.max(0, limit - used);
  return `*${count(used)} of ${count(limit)}* segments used, *${
    count(left)
  } left*. ${again}`;
}

function peopleWords(people: UsageReport["people"]): string[] {
  if (people.length === 0) return ["Nobody has sent a text this month."];
  const listed = people.slice(0, PEOPLE).map(({ person, segments }) =>
    `${person ? `<@${person}>` : "Workflows and others"}: ${count(segments)}`
  );
  const more = people.length - listed.length;
  return more > 0 ? [...listed, `and ${more} more`] : listed;
}

function monthName(month: string): string {
  return new Intl.DateTimeFormat("en-US", {
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(Date.parse(`${month}-15T00:00Z`));
}

function count(segments: number): string {
  return segments.toLocaleString("en-US");
}

function section(words: string): Block {
  return { type: "section", text: mrkdwn(words) };
}

function preformatted(text: string): Block {
  return {
    type: "rich_text",
    elements: [{
      type: "rich_text_preformatted",
      elements: [{ type: "text", text }],
    }],
  };
}
