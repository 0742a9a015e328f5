import {
  parts,
  propertiesOf,
  type Property,
  unescaped,
} from "./vcard_properties.ts";
import {
  cleanName,
  cleanNotes,
  cleanTags,
  type RefusedLine,
  type WrittenContact,
  type WrittenContacts,
} from "./written_contact.ts";

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
  const cards = cardsOf(propertiesOf(source));
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
