const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
const FULL = "█";

/**
 * Bars of block characters, one for each value, for text in a fixed-width font: the greatest is `width` characters long. What is not
 * nothing can be seen, and what is less never looks longer.
 */
export function bars(values: readonly number[], width: number): string[] {
  const most = Math.max(0, ...values);
  return values.map((value) => {
    if (value <= 0 || most === 0) return "";
    const eighths = Math.max(1, Math.round((value / most) * width * 8));
    return FULL.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8];
  });
}

/** A chart of labelled values, a line each, to be shown in a fixed-width font. The greatest value's bar is `width` characters long. */
export function barChart(
  rows: readonly { label: string; value: number }[],
  width: number,
): string {
  const drawn = bars(rows.map(({ value }) => value), width);
  const figures = rows.map(({ value }) => value.toLocaleString("en-US"));
  const labels = Math.max(0, ...rows.map(({ label }) => label.length));
  const digits = Math.max(0, ...figures.map((figure) => figure.length));
  return rows.map(({ label }, index) =>
    `${label.padEnd(labels)}  ${(figures[index] ?? "").padStart(digits)} ${
      drawn[index] ?? ""
    }`.trimEnd()
  ).join("\n");
}
