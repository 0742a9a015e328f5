import type { Comparison } from "./comparison.ts";
import {
  FORM,
  NEW_CONTACT,
  REPLY,
  SEND_KNOWN,
  WAITING,
} from "./measured_journeys.ts";
import { OPTED_OUT, STATUS } from "./quiet_journeys.ts";

/** What is drawn, and what people call it. */
const DRAWN: Record<string, string> = {
  [WAITING]: "a text comes",
  [NEW_CONTACT]: "a first text comes",
  [REPLY]: "a reply leaves",
  [SEND_KNOWN]: "a send line leaves",
  [FORM]: "the form’s text leaves",
  [STATUS]: "“received” is marked",
  [OPTED_OUT]: "a refusal is explained",
};

const WIDTH = 880;
const LABELS = 190;
const PANEL = 320;
const GAP = 40;
const TOP = 76;
const BAR = 11;
const GROUP = 3 * BAR + 14;
const LEGEND = ["Clerk", "as one would first write it", "the least possible"];
const LEGEND_AT = [0, 80, 290];
const KINDS = ["ours", "plain", "least"];

const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #1f2328; }
  .small { font-size: 11px; fill: #59636e; }
  .head { font-weight: 600; }
  .ours { fill: #1d7a7d; } .plain { fill: #c9a227; } .least { fill: #afb8c1; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; } .small { fill: #9198a1; }
    .ours { fill: #3fb6ba; } .plain { fill: #d4a72c; } .least { fill: #57606a; }
  }`;

/** Draws rounds until a text is there, and all calls, of Clerk, the plain design and the least that is possible. */
export function picture(comparisons: Comparison[]): string {
  const drawn = comparisons.filter(({ journey }) => journey in DRAWN);
  const rows = drawn.map(({ journey, ours, plain, smallest }) => ({
    label: DRAWN[journey] ?? journey,
    rounds: [ours, plain, smallest].map((each) =>
      each.created ?? each.visible ?? 0
    ),
    calls: [ours, plain, smallest].map(({ calls }) => calls),
  }));
  const height = TOP + rows.length * GROUP + 12;
  const panels = [
    panel(
      "calls one after another until it is there",
      LABELS,
      rows.map(({ rounds }) => rounds),
    ),
    panel(
      "calls in all",
      LABELS + PANEL + GAP,
      rows.map(({ calls }) => calls),
    ),
  ];
  const labels = rows.map(({ label }, at) =>
    `<text x="${LABELS - 12}" y="${
      TOP + at * GROUP + 21
    }" text-anchor="end">${label}</text>`
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="Calls of each journey: Clerk, the plain design, and the least possible">`,
    `<style>${STYLE}\n</style>`,
    ...LEGEND.map(legend),
    ...labels,
    ...panels.flat(),
    "</svg>",
    "",
  ].join("\n");
}

function legend(words: string, at: number): string {
  const x = LABELS + (LEGEND_AT[at] ?? 0);
  return `<rect class="${
    KINDS[at]
  }" x="${x}" y="13" width="11" height="11" rx="2"/><text x="${
    x + 17
  }" y="23">${words}</text>`;
}

function panel(head: string, x: number, rows: number[][]): string[] {
  const most = Math.max(...rows.flat());
  const bars = rows.flatMap((row, at) =>
    row.map((value, kind) => {
      const y = TOP + at * GROUP + kind * BAR;
      const width = Math.round(value / most * (PANEL - 30));
      return `<rect class="${
        KINDS[kind]
      }" x="${x}" y="${y}" width="${width}" height="${
        BAR - 1
      }" rx="2"/><text class="small" x="${x + width + 6}" y="${
        y + BAR - 2
      }">${value}</text>`;
    })
  );
  return [
    `<text class="head" x="${x}" y="${TOP - 18}">${head}</text>`,
    ...bars,
  ];
}
