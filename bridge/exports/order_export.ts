import type { AllEnds } from "../ports.ts";
import { Refusal } from "../refusal.ts";

/** What can be had as a file. */
export type Exported = "contacts" | "consent";

/**
 * Has a file made for somebody, in a run of its own: a click must be answered in 10 seconds.
 * @throws Refusal when there would be nothing in it.
 */
export async function orderExport(
  ends: AllEnds,
  what: Exported,
  person: string,
): Promise<void> {
  if (await isEmpty(ends, what)) throw nothingOf(what);
  const inputs = { person, what };
  const now = ends.clock.now();
  const errand = exportErrand(what, person);
  await ends.errands.arrange("export_contacts", errand, now, inputs);
}

/** The name under which a file's run is arranged. */
export function exportErrand(what: Exported, person: string): string {
  return `Export ${what} for ${person}`;
}

async function isEmpty(
  { contacts, consents }: AllEnds,
  what: Exported,
): Promise<boolean> {
  return what === "contacts"
    ? (await contacts.page(1)).contacts.length === 0
    : await consents.isEmpty();
}

function nothingOf(what: Exported): Refusal {
  return what === "contacts"
    ? new Refusal(
      "There are no contacts yet, so there is nothing to export.",
      "Add or import some first.",
    )
    : new Refusal(
      "Nobody has opted out or in yet, so there is nothing to export.",
      "Close this and come back when somebody has.",
    );
}
