import type { JSX } from "preact";

/** A value as an engineer reads it; nothing for nothing. */
export function JsonView(
  { title, value }: { title: string; value: unknown },
): JSX.Element | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === "string"
    ? value
    : JSON.stringify(value, null, 2);
  return (
    <section>
      <h3>{title}</h3>
      <pre tabIndex={0}>{text}</pre>
    </section>
  );
}
