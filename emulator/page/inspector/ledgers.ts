type Row = Record<string, unknown>;

/** Something the emulator keeps a record of, and how its answer becomes tables, newest row first. */
export interface Ledger {
  title: string;
  path: string;
  tablesOf(answer: unknown): { caption: string; rows: Row[] }[];
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function rowsOf(value: unknown): Row[] {
  return Array.isArray(value) ? value.filter(isRow) : [];
}

/** Lists found under the answer's keys, or the answer itself when it is one. */
function tablesByKey(title: string, answer: unknown) {
  if (!isRow(answer)) return [{ caption: title, rows: rowsOf(answer) }];
  return Object.entries(answer).map(([key, value]) => ({
    caption: key,
    rows: rowsOf(value),
  }));
}

function newestFirst(tables: { caption: string; rows: Row[] }[]) {
  return tables.map(({ caption, rows }) => ({
    caption,
    rows: rows.toReversed().map(withReadableTimes),
  }));
}

/** Moments as clock times: a number of milliseconds says nothing to a reader. */
function withReadableTimes(row: Row): Row {
  const copy = { ...row };
  for (const [key, value] of Object.entries(copy)) {
    if (typeof value === "number" && value > 1e12) {
      copy[key] = new Date(value).toISOString().slice(11, 23);
    }
  }
  return copy;
}

function callRow(row: Row): Row {
  const { seq, side, method, caller, outcome, start, end } = row;
  const took = typeof end === "number" && typeof start === "number"
    ? `${Math.round(end - start)} ms`
    : "under way";
  return { seq, side, method, caller, outcome, took, start };
}

export const ledgers: [Ledger, ...Ledger[]] = [
  {
    title: "Function runs",
    path: "/desk/runs",
    // The only one that comes newest first.
    tablesOf: (answer) =>
      tablesByKey("Runs", answer).map(({ caption, rows }) => ({
        caption,
        rows: rows.map(withReadableTimes),
      })),
  },
  {
    title: "API calls",
    path: "/journal",
    tablesOf: (answer) =>
      newestFirst([{ caption: "Calls", rows: rowsOf(answer).map(callRow) }]),
  },
  {
    title: "Carrier log",
    path: "/carrier/log",
    tablesOf: (answer) => newestFirst(tablesByKey("Webhooks", answer)),
  },
  {
    title: "Datastores",
    path: "/desk/datastores",
    tablesOf: (answer) => tablesByKey("Datastores", answer),
  },
];
