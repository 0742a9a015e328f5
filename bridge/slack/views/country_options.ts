import { allCountries, countryName } from "../../sms/country.ts";
import { isCountry } from "../../sms/phone_number.ts";
import { type Block, plain } from "../blocks.ts";

/** An option of a select. */
export function option(value: string, text: string) {
  return { value, text: plain(text.slice(0, 75)) };
}

/** All countries by their initial letter: a select takes no more than 100 options at once. */
export function countryOptions(codes = allCountries()): Block[] {
  const named = codes.map((code) => ({ code, name: countryName(code) }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
  const groups = Map.groupBy(
    named,
    ({ name }) => name.normalize("NFD").charAt(0).toUpperCase(),
  );
  return [...groups].map(([letter, countries]) => ({
    label: plain(letter),
    options: countries.map(({ code, name }) => option(code, name)),
  }));
}

/** Stands for the country of each line; an option's value cannot be empty. */
const OWN = "own";

/** The countries in which numbers can be read, and before them each line's own. */
export function homeOptions(): Block[] {
  return [
    { label: plain("Usual"), options: [homeOption("")] },
    ...countryOptions(allCountries().filter(isCountry)),
  ];
}

/** The option of a country in which numbers are read; empty for each line's own. */
export function homeOption(country: string) {
  return country === ""
    ? option(OWN, "The country of the line that sends")
    : option(country, countryName(country));
}

/** The country that an option of {@link homeOptions} stands for; empty for each line's own. */
export function homeIn(value: string | undefined): string {
  return value === OWN ? "" : value ?? "";
}
