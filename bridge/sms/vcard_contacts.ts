import {
  cleanName,
  cleanNotes,
  cleanTags,
  type RefusedLine,
  type WrittenContact,
  type WrittenContacts,
} from "./written_contact.ts";

/** A property of a card: `item1.TEL;TYPE=CELL:+1 415 555 0142`, without its group. */
interface Property {
  line: number;
  name: string;
  /** Lower case, such as `type=cell` or, as version 2.1 has it, `cell`. */
  params: string[];
  value: string;
}

interface Card {
  line: number;
  properties: Property[];
}

// Numbers that take no text, unless they are said to do so too.
const NO_PHONE = /\b(?:fax|pager|modem|bbs|x400)\b/;
const A_PHONE = /\b(?:cell|text|voice|iphone)\b/;

/**
 * Reads contacts from vCards of version 2.1, 3.0 or 4.0 (https://www.rfc-editor.org/rfc/rfc6350), as many as a file has. A card with
 * several numbers becomes as many contacts of one name; a fax number is none.
 */
export function vcardContacts(source: string): WrittenContacts {
  const cards = cardsOf(properties(source));
  const contacts: WrittenContact[] = [];
  const refused: RefusedLine[] = [];
  for (const card of cards) {
    const found = contactsOf(card);
    contacts.push(...found);
    if (found.length > 0) continue;
    const name = nameOf(card);
    refused.push({
      line: card.line,
      reason: name
        ? `The card of “${name}” has no phone number.`
        : "This card has no phone number.",
    });
  }
  if (cards.length === 0 && source.trim() !== "") {
    refused.push({ line: 1, reason: "There is no contact card in this." });
  }
  return { contacts, refused };
}

function contactsOf(card: Card): WrittenContact[] {
  const all = (name: string) =>
    card.properties.filter((it) => it.name === name);
  const contact = {
    name: nameOf(card),
    tags: cleanTags(
      all("CATEGORIES").flatMap(({ value }) => parts(value, ",")).join(","),
    ),
    notes: cleanNotes(
      all("NOTE").map(({ value }) => unescaped(value)).join("\n"),
    ),
    optedOut: false,
  };
  return all("TEL").filter(({ params }) => {
    const types = params.join(" ");
    return !NO_PHONE.test(types) || A_PHONE.test(types);
  }).map(({ line, value }) => ({ line, ...contact, number: numberOf(value) }))
    .filter(({ number }) => number !== "");
}

function nameOf({ properties }: Card): string {
  const value = (name: string) =>
    properties.find((it) => it.name === name && it.value.trim())?.value ?? "";
  const [family, given, additional] = parts(value("N"), ";");
  const names = [
    unescaped(value("FN")),
    [given, additional, family].join(" "),
    parts(value("ORG"), ";").join(" "),
    unescaped(value("NICKNAME")),
  ];
  return names.map(cleanName).find((it) => it !== "") ?? "";
}

// `tel:` addresses (https://www.rfc-editor.org/rfc/rfc3966) may carry an extension and where a number without a country belongs.
function numberOf(value: string): string {
  const [address = "", ...params] = value.trim().split(";");
  if (!/^tel:/i.test(address)) return unescaped(value).trim();
  const param = (name: string) =>
    params.find((it) => it.toLowerCase().startsWith(`${name}=`))
      ?.slice(name.length + 1) ?? "";
  const context = param("phone-context");
  const number = address.slice(4);
  const isLocal = context.startsWith("+") && !number.startsWith("+");
  const extension = param("ext");
  return percentDecoded(
    (isLocal ? context : "") + number + (extension && ` ext ${extension}`),
  );
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function cardsOf(all: Property[]): Card[] {
  const cards: Card[] = [];
  let open: Card | undefined;
  for (const property of all) {
    const { name, value, line } = property;
    const isCard = value.trim().toUpperCase() === "VCARD";
    // A card that was never closed ends where the next begins.
    if (name === "BEGIN" && isCard) cards.push(open = { line, properties: [] });
    else if (name === "END" && isCard) open = undefined;
    else open?.properties.push(property);
  }
  return cards;
}

function properties(source: string): Property[] {
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

function parts(value: string, separator: ";" | ","): string[] {
  // Where an even number of backslashes stands before it.
  return value.split(new RegExp(`(?<=(?<!\\\\)(?:\\\\\\\\)*)${separator}`))
    .map(unescaped);
}

function unescaped(value: string): string {
  return value.replace(
    /\\([^])/g,
    (_, sign) => sign === "n" || sign === "N" ? "\n" : sign,
  );
}
