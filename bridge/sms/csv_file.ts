/**
 * Rows as a CSV file (https://www.rfc-editor.org/rfc/rfc4180). It begins with a byte order mark, without which Excel would
 * not read it as UTF-8.
 */
export function csvFile(rows: string[][]): string {
  return "\ufeff" +
    rows.map((row) => `${row.map(quoted).join(",")}\r\n`).join("");
}

/**
 * What people have written, for a cell. A spreadsheet would calculate what begins so
 * (https://owasp.org/www-community/attacks/CSV_Injection). Apostrophes that are there already get one more, so that one can
 * be taken away again.
 */
export function guarded(text: string): string {
  return /^'*[=+\-@\t＝＋－＠]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",;\r\n\t|]|^\s|\s$/.test(text) || text.startsWith("'")
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}
