import type { Ends } from "./ports.ts";
import { type Country, homeCountry } from "./sms/phone_number.ts";

/** The country in which numbers are read that come without one. */
export async function countryAtHome({ settings }: Ends): Promise<Country> {
  const { defaultLine } = await settings.read();
  return defaultLine ? homeCountry(defaultLine) : "US";
}
