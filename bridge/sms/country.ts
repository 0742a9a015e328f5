import type { E164 } from "./e164.ts";

// Which country an area code of +1 is in, where that is not the United States
// (https://www.nanpa.com/numbering/area-codes). Toll-free codes and those of no country count as the United States'.
const AREA_CODES = {
  AG: "268",
  AI: "264",
  AS: "684",
  BB: "246",
  BM: "441",
  BS: "242",
  CA:
    "204 226 236 249 250 257 263 273 289 306 343 354 365 367 368 382 403 416 418 428 431 437 438 450 468 474 506 514 519 " +
    "548 579 581 584 587 600 604 613 622 633 639 644 647 655 672 677 683 688 705 709 742 753 778 780 782 807 819 825 867 " +
    "873 879 902 905 942",
  DM: "767",
  DO: "809 829 849",
  GD: "473",
  GU: "671",
  JM: "658 876",
  KN: "869",
  KY: "345",
  LC: "758",
  MP: "670",
  MS: "664",
  PR: "787 939",
  SX: "721",
  TC: "649",
  TT: "868",
  VC: "784",
  VG: "284",
  VI: "340",
};

// The country of every other calling code (https://www.itu.int/pub/T-SP-E.164D); where some share one, the country that the
// rest dial as: Guernsey, Jersey and Man as the United Kingdom, Åland as Finland, and so on.
const CALLING_CODES = `
AC247 AD376 AE971 AF93 AL355 AM374 AO244 AR54 AT43 AU61 AW297 AZ994 BA387 BD880 BE32 BF226 BG359 BH973 BI257 BJ229 BN673 BO591
BR55 BT975 BW267 BY375 BZ501 CD243 CF236 CG242 CH41 CI225 CK682 CL56 CM237 CN86 CO57 CR506 CU53 CV238 CW599 CY357 CZ420 DE49
DJ253 DK45 DZ213 EC593 EE372 EG20 ER291 ES34 ET251 FI358 FJ679 FK500 FM691 FO298 FR33 GA241 GB44 GE995 GF594 GH233 GI350 GL299
GM220 GN224 GP590 GQ240 GR30 GT502 GW245 GY592 HK852 HN504 HR385 HT509 HU36 ID62 IE353 IL972 IN91 IO246 IQ964 IR98 IS354 IT39
JO962 JP81 KE254 KG996 KH855 KI686 KM269 KP850 KR82 KW965 KZ76 KZ77 LA856 LB961 LI423 LK94 LR231 LS266 LT370 LU352 LV371 LY218
MA212 MC377 MD373 ME382 MG261 MH692 MK389 ML223 MM95 MN976 MO853 MQ596 MR222 MT356 MU230 MV960 MW265 MX52 MY60 MZ258 NA264 NC687
NE227 NF672 NG234 NI505 NL31 NO47 NP977 NR674 NU683 NZ64 OM968 PA507 PE51 PF689 PG675 PH63 PK92 PL48 PM508 PS970 PT351 PW680
PY595 QA974 RE262 RO40 RS381 RU7 RW250 SA966 SB677 SC248 SD249 SE46 SG65 SH290 SI386 SK421 SL232 SM378 SN221 SO252 SR597 SS211
ST239 SV503 SY963 SZ268 TD235 TG228 TH66 TJ992 TK690 TL670 TM993 TN216 TO676 TR90 TV688 TW886 TZ255 UA380 UG256 US1 UY598 UZ998
VE58 VN84 VU678 WF681 WS685 XK383 YE967 ZA27 ZM260 ZW263`;

/** Made, as the names below, when they are first asked: not every run needs them, and it takes its time. */
let countries: Map<string, string> | undefined;

/** Countries by the digits that their numbers begin with. */
function countriesByCode(): Map<string, string> {
  return countries ??= new Map([
    ...CALLING_CODES.trim().split(/\s+/).map((it): [string, string] => [
      it.slice(2),
      it.slice(0, 2),
    ]),
    ...Object.entries(AREA_CODES).flatMap(([country, codes]) =>
      codes.split(" ").map((it): [string, string] => [`1${it}`, country])
    ),
  ]);
}

/**
 * The country a number belongs to by its first digits: two letters (ISO 3166), or `001` for one of no country. It knows
 * nothing of the rest of the number, and so weighs next to nothing.
 */
export function countryOf(number: E164): string {
  for (let length = 4; length > 0; length--) {
    const country = countriesByCode().get(number.slice(1, 1 + length));
    if (country) return country;
  }
  return "001";
}

/** Says whether texts may go to `number` when only the `allowed` countries are switched on. */
export function isCountryAllowed(
  number: E164,
  allowed: readonly string[],
): boolean {
  // Toll-free numbers are one pool for the United States and Canada (https://www.nanpa.com/numbering/toll-free).
  if (/^\+18(?:00|33|44|55|66|77|88)/.test(number)) {
    return allowed.includes("US") || allowed.includes("CA");
  }
  return allowed.includes(countryOf(number));
}

/** Every country that a number can belong to. */
export function allCountries(): string[] {
  return [...new Set(countriesByCode().values())];
}

let names: Intl.DisplayNames | undefined;

/** A country's English name for a sentence, such as `Jamaica`. */
export function countryName(country: string): string {
  if (country === "001") return "no country";
  names ??= new Intl.DisplayNames("en", { type: "region" });
  return names.of(country) ?? country;
}
