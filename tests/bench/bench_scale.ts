/**
 * Plays every journey with a hundred, ten thousand and a million contacts and conversations in the tables, and fails
 * when one costs more with many. What `deno task bench:scale` is; with `--json` it prints one JSON object instead.
 */
import { parseArgs } from "node:util";
import {
  grown,
  type ScaleFigures,
  scaleFigures,
} from "./scale/scale_figures.ts";

const COUNTS = [100, 10_000, 1_000_000];

function table(figures: ScaleFigures[]): string {
  const [first] = figures;
  const rows = [
    ["rounds until settled, calls", ...figures.map(({ count }) => `${count}`)],
    ...(first?.measures ?? []).map(({ journey }, at) => [
      journey,
      ...figures.map(({ measures }) =>
        `${measures[at]?.settled}, ${measures[at]?.calls}`
      ),
    ]),
    ...Object.keys(first?.catchUp ?? {}).map(Number).flatMap((active) => [
      [
        `catch-up, ${active} texted lately`,
        ...figures.map(({ catchUp }) => `${catchUp[active]} calls`),
      ],
      [
        `dashboard, ${active} waiting`,
        ...figures.map(({ dashboard }) => `${dashboard[active]} calls`),
      ],
    ]),
  ];
  return rows.map(([head = "", ...cells]) =>
    head.padEnd(46) + cells.map((cell) => cell.padStart(12)).join("")
  ).join("\n");
}

const { values } = parseArgs({ options: { json: { type: "boolean" } } });
const figures: ScaleFigures[] = [];
for (const count of COUNTS) figures.push(await scaleFigures(count));
const [few, ...more] = figures;
const broken = few ? more.flatMap((many) => grown(few, many)) : [];
console.log(
  values.json ? JSON.stringify({ figures, broken }, null, 2) : [
    "Contacts and conversations in the tables:",
    table(figures),
    "The rows are made when they are asked for; what the app sees of them is the same.",
    "Catch-up grows by four calls with each conversation that somebody texted in since the last one, and by a page with\n" +
    "each 200 cards of the last four days. It settles eight at a time, so that half of Slack's rates are left to others,\n" +
    "and goes on a minute later. The dashboard grows with those who wait, 100 in a channel at most: their rows are read 25 at a time.",
  ].join("\n\n"),
);
for (const sentence of broken) console.error(`grown: ${sentence}`);
Deno.exitCode = broken.length > 0 ? 1 : 0;
