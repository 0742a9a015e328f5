import { type E164, isE164 } from "../../bridge/sms/e164.ts";

// The commonest names of the United States, the commonest first.
const FIRST =
  "James Mary Michael Patricia Robert Jennifer John Linda David Elizabeth William Barbara Richard Susan Joseph Jessica Thomas Karen Christopher Sarah Charles Lisa Daniel Nancy Matthew Sandra Anthony Ashley Mark Emily Steven Kimberly Donald Betty Andrew Margaret Joshua Donna Paul Michelle Kenneth Carol Kevin Amanda Brian Melissa Timothy Deborah Ronald Stephanie Jason Rebecca George Sharon Edward Laura Jeffrey Cynthia Ryan Amy Jacob Kathleen Nicholas Angela Gary Dorothy Eric Shirley Jonathan Emma Stephen Brenda Larry Nicole Justin Pamela Benjamin Samantha Scott Anna Brandon Katherine Samuel Christine Gregory Debra Alexander Rachel Patrick Olivia Frank Carolyn Jack Maria Raymond Janet Dennis Heather Tyler Diane Aaron Catherine Jerry Julie Jose Victoria Nathan Helen Adam Joyce Henry Lauren Zachary Kelly Douglas Christina Peter Joan Noah Judith"
    .split(" ");
const LAST =
  "Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Gomez Phillips Evans Turner Diaz Parker Cruz Edwards Collins Reyes Stewart Morris Morales Murphy Cook Rogers Gutierrez Ortiz Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox Ward Richardson Watson Brooks Chavez Wood James Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo Sanders Patel Myers Long Ross Foster Jimenez"
    .split(" ");

/** As many as the fictional numbers of North America reach for: a hundred in each of 800 areas. */
const MOST = 80_000;

/** People with names as they are common, each with a fictional number of their own; the same ones every time. */
export function peopleMadeUp(
  count: number,
): { name: string; number: E164 }[] {
  if (count > MOST) throw new Error(`there are numbers for ${MOST} people`);
  let seed = 42;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  // The commonest of a hundred is about five times as common as the last.
  const pick = (names: string[]) =>
    names[Math.floor(names.length * random() ** 1.6)] ?? "";
  const letter = () => String.fromCharCode(65 + Math.floor(random() * 26));
  const rare = () =>
    letter() + "aeiou"[Math.floor(random() * 5)] +
    letter().toLowerCase() + "o" + letter().toLowerCase();
  return Array.from({ length: count }, (_, at) => {
    const last = random() < 0.5 ? pick(LAST) : rare();
    const middle = random() < 0.15 ? ` ${letter()}.` : "";
    return { name: `${pick(FIRST)}${middle} ${last}`, number: numberOf(at) };
  });
}

// Neighbours differ in their last digits, as numbers do that people bring along.
function numberOf(at: number): E164 {
  const place = (at * 7919) % MOST;
  const area = 200 + Math.floor(place / 100);
  const number = `+1${area}55501${String(place % 100).padStart(2, "0")}`;
  if (!isE164(number)) throw new Error(number);
  return number;
}
