import * as z from "zod/mini";
import type { World } from "../../emulator/world.ts";
import type { BlockedTexts, RecordedConsent } from "./seen.ts";

const Consent = z.object({
  contact: z.string(),
  at: z.number(),
  what: z.enum(["opted out", "opted in"]),
});
const Listed = z.object({
  contact: z.string(),
  /** Absent in what is left of an entry. */
  at: z.optional(z.number()),
  blocked_count: z.optional(z.number()),
});

/** The app's ledger of consent. */
export function consentsIn({ slack }: World): RecordedConsent[] {
  return slack.datastores.all("consents").map((row) => z.parse(Consent, row));
}

/** The app's list of who is not to be disturbed. */
export function blockedIn({ slack }: World): BlockedTexts[] {
  return slack.datastores.all("do_not_disturb").flatMap((row) => {
    const { contact, at, blocked_count: count = 0 } = z.parse(Listed, row);
    return at === undefined ? [] : [{ contact, at, count }];
  });
}
