// @ts-types="./papaparse.d.ts"
import Papa from "papaparse";
import { type Columns, columnsOf, looksLikeNumber } from "./csv_columns.ts";
import {
  cleanName,
  cleanNotes,
  cleanTags,
  type RefusedLine,
  type WrittenContact,
  type WrittenContacts,
} from "./written_contact.ts";

interface Row {
  line: number;
  cells: string[];
}

const DELIMITERS = [",", ";", "\t", "|"];

/**
 * Reads contacts from a table, a row a line, in whatever way it is delimited and whether or not its columns are named. A row with
 * several numbers becomes as many contacts of one name; every line that is not blank is either taken or refused.
 */
export function csvContacts(source: string): WrittenContacts {
  const text = source.replace(/^\ufeff/, "").replaceAll("\0", "")
    .replace(/\r\n?/g, "\n");
  // A line of Excel's own, which says how the others are delimited.
  const named = /^sep=([^\n])\n/i.exec(text)?.[1];
  const delimiter = named ?? guessDelimiter(text);
  const rows = rowsOf(text, delimiter)
    .filter(({ cells, line }) =>
      cells.some((it) => it.trim() !== "") && !(named && line === 1)
    );
  const columns = columnsOf(rows.map(({ cells }) => cells));
  const contacts: WrittenContact[] = [];
  const refused: RefusedLine[] = [];
  for (const row of columns.hasHeader ? rows.slice(1) : rows) {
    const found = contactsIn(row, columns);
    if (found.length > 0) contacts.push(...found);
    else {
      const { line } = row;
      const reason = columns.numbers.length > 0
        ? "There is no phone number in this line."
        : "No column of phone numbers was found; name one Phone in the first line.";
      refused.push({ line, reason });
    }
  }
  return { contacts, refused };
}

function contactsIn({ line, cells }: Row, columns: Columns): WrittenContact[] {
  const all = (places: number[]) =>
    places.map((it) => (cells[it] ?? "").trim()).filter((it) => it !== "");
  const contact = {
    line,
    name: cleanName(
      all(columns.names).join(" ") || all(columns.company)[0] || "",
    ),
    tags: cleanTags(all(columns.tags).join(",")),
    notes: cleanNotes(all(columns.notes).join("\n")),
    optedOut: all(columns.optedOut).some((it) => !NOT_OUT.test(it)) ||
      all(columns.optedIn).some((it) => NOT_IN.test(it)),
  };
  return all(columns.numbers).flatMap(numbersIn)
    .map((number) => ({ ...contact, number }));
}

// Google puts a person's several numbers of one kind into one cell.
function numbersIn(cell: string): string[] {
  const pieces = cell.split(/\s*(?::::|[;,\n]|\s\/\s|\bor\b)\s*/i)
    .filter((it) => it !== "");
  return pieces.every(looksLikeNumber) ? pieces : [cell];
}

// In doubt, no texts: a column about opting out says yes unless it says no, or that they are subscribed, or nothing.
const NOT_OUT =
  /^(?:no?|false|0|none|never|-+|n\/a|null|subscribed|not unsubscribed|opted[ -]?in|opt[ -]?in|active|allowed)$/i;
const NOT_IN =
  /^(?:no?|false|0|never|not subscribed|unsubscribed|opted[ -]?out|opt[ -]?out|inactive|blocked|stop(?:ped)?)$/i;

// The one that sets a column of numbers apart in most rows, best of all under a name for it.
function guessDelimiter(text: string): string {
  const score = (delimiter: string): number => {
    const rows = read(text, delimiter, '"', 25).data;
    const { hasHeader, numbers } = columnsOf(rows);
    const numbered = rows.filter((row) => row.some(looksLikeNumber)).length;
    const isNamed = hasHeader && numbers.length > 0 && rows[0] &&
      rows[0].length > 1;
    return (isNamed ? 1000 : 0) + numbered * 10 + (rows[0]?.length ?? 0) / 100;
  };
  const scores = DELIMITERS.map(score);
  return DELIMITERS[scores.indexOf(Math.max(...scores))] ?? ",";
}

// Quotation marks that do not close would swallow the lines after them: their line is read again with quotes as ordinary signs,
// and after many of them all that follow are.
function rowsOf(text: string, delimiter: string): Row[] {
  const lines = text.split("\n");
  const rows: Row[] = [];
  let done = 0;
  for (let broken = 0; done < lines.length; broken++) {
    const quote = broken < 50 ? '"' : "\0";
    const rest = lines.slice(done).join("\n");
    const { data, errors } = read(rest, delimiter, quote, 0);
    const wrong = errors.find(({ type }) => type === "Quotes")?.row;
    for (const cells of data.slice(0, wrong)) {
      rows.push({ line: done + 1, cells: cells.map(unguarded) });
      done += cells.reduce((sum, it) => sum + it.split("\n").length - 1, 1);
    }
    if (wrong === undefined) break;
    const [cells = []] = read(lines[done] ?? "", delimiter, "\0", 0).data;
    rows.push({
      line: ++done,
      cells: cells.map((it) => unguarded(withoutQuotes(it))),
    });
  }
  return rows;
}

function read(
  text: string,
  delimiter: string,
  quoteChar: string,
  preview: number,
) {
  return Papa.parse(text, { delimiter, newline: "\n", quoteChar, preview });
}

function withoutQuotes(cell: string): string {
  const isOdd = cell.indexOf('"') === cell.lastIndexOf('"');
  return isOdd ? cell.replace('"', "") : cell.replace(/^"([^"]*)"$/, "$1");
}

// Undoes what keeps a spreadsheet from calculating a cell: an apostrophe, or a formula that is a mere text.
function unguarded(cell: string): string {
  if (/^'+[=+\-@\t＝＋－＠]/.test(cell)) return cell.slice(1);
  return /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;
}
