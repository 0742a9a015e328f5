import type { JSX } from "preact";

/** One cell's words: plain for plain values, JSON for the rest. */
function words(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Rows of any shape as a table; columns in the order in which keys first appear. */
export function Table(
  { rows, caption }: { rows: Record<string, unknown>[]; caption: string },
): JSX.Element {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (rows.length === 0) return <p class="none">{caption}: nothing yet.</p>;
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => <th key={column} scope="col">{column}</th>)}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {columns.map((column) => (
              <td key={column} title={words(row[column])}>
                {words(row[column])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
