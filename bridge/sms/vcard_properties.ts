/** A property of a card: `item1.TEL;TYPE=CELL:+1 415 555 0142`, without its group. */
export interface Property {
  line: number;
  name: string;
  /** Lower case, such as `type=cell` or, as version 2.1 has it, `cell`. */
  params: string[];
  value: string;
}

/** Every property in a source, of all cards; what is none is passed over. */
export function propertiesOf(source: string): Property[] {
  return unfolded(source.replace(/^\ufeff/, "")).flatMap(({ line, text }) => {
    const [, name, params = "", value = ""] =
      /^\s*(?:[\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^:"])*)?):([^]*)$/.exec(
        text,
      ) ??
        [];
    if (name === undefined) return [];
    const words = params.toLowerCase().split(";").slice(1);
    return [{
      line,
      name: name.toUpperCase(),
      params: words,
      value: isQuotedPrintable(text) ? decoded(value, words) : value,
    }];
  });
}

// A long line goes on after a space; a quoted-printable one after a `=` at its end, with or without.
function unfolded(source: string): { line: number; text: string }[] {
  const lines: { line: number; text: string }[] = [];
  source.split(/\r\n?|\n/).forEach((text, index) => {
    const last = lines.at(-1);
    if (last?.text.endsWith("=") && isQuotedPrintable(last.text)) {
      last.text = last.text.slice(0, -1) + text;
    } else if (last && /^[ \t]/.test(text)) last.text += text.slice(1);
    else lines.push({ line: index + 1, text });
  });
  return lines;
}

function isQuotedPrintable(text: string): boolean {
  return /^[^:]*;(?:encoding=)?quoted-printable\b/i.test(text);
}

function decoded(value: string, params: string[]): string {
  const bytes = value.split(/(=[0-9a-f]{2})/i).flatMap((piece, index) =>
    index % 2 === 1
      ? [parseInt(piece.slice(1), 16)]
      : [...new TextEncoder().encode(piece)]
  );
  const charset = params.find((it) => it.startsWith("charset="))?.slice(8);
  return decoderOf(charset?.replaceAll('"', "")).decode(Uint8Array.from(bytes));
}

function decoderOf(charset = "utf-8"): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

/** The parts of a value, of which a backslash keeps the separators. */
export function parts(value: string, separator: ";" | ","): string[] {
  // Where an even number of backslashes stands before it.
  return value.split(new RegExp(`(?<=(?<!\\\\)(?:\\\\\\\\)*)${separator}`))
    .map(unescaped);
}

/** A value without its backslashes. */
export function unescaped(value: string): string {
  return value.replace(
    /\\([^])/g,
    (_, sign) => sign === "n" || sign === "N" ? "\n" : sign,
  );
}
