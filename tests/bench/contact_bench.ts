/**
 * Uses the list of contacts and the send form with 500 and with 50,000 contacts in the tables, and fails when it costs
 * more with many. What `deno task bench:contacts` is.
 */
import { brokenContactBudgets } from "./contact_budgets.ts";
import { callsOf, contactFigures } from "./contact_figures.ts";

const FEW = 500;
const MANY = 50_000;

const few = await contactFigures(FEW);
const many = await contactFigures(MANY);
const rows = [
  ["", `${FEW}`, `${MANY} contacts`, "virtual seconds", "calls by method"],
  ...many.map((figure, at) => [
    figure.act,
    ...[few[at], figure].map((each) => each ? `${callsOf(each)} calls` : ""),
    String(figure.seconds),
    Object.entries(figure.calls).map(([method, times]) =>
      times > 1 ? `${times}× ${method}` : method
    ).join(", "),
  ]),
];
for (const row of rows) {
  console.log(
    row.map((cell, at) =>
      at < row.length - 1 ? cell.padEnd(at ? 17 : 34) : cell
    )
      .join(""),
  );
}
const broken = brokenContactBudgets(few, many);
for (const sentence of broken) console.error(`over budget: ${sentence}`);
Deno.exitCode = broken.length > 0 ? 1 : 0;
