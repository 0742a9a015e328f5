import type { Clock } from "../clock.ts";
import type { Ids } from "../ids.ts";
import type { Collection, Store } from "../store.ts";
import type { Account } from "./account.ts";
import type { Line } from "./line.ts";
import type { Phone, PhoneState } from "./phone.ts";

/** A number that the account owns from the start. */
export interface LineSeed {
  /** E.164. */
  number: string;
  /** The name of the channel that its conversations belong in, for whoever asks `/workspace`. */
  channel?: string;
  sms_url?: string;
  sms_fallback_url?: string;
}

export interface CarrierSeed {
  /** Names and secrets that somebody already knows; made up without it. */
  account?: Account;
  lines: LineSeed[];
  phones: (Omit<Phone, "state"> & { state?: PhoneState })[];
  /** Calling codes that may be texted (`+1`); without it, all may. */
  countries?: string[];
}

interface World {
  clock: Clock;
  ids: Ids;
  store: Store;
  seed: CarrierSeed;
}

/** The account that the store remembers, or a new one with its first lines and phones. */
export function openAccount(
  world: World,
  lines: Collection<Line>,
  phones: Collection<Phone>,
): Account {
  const { ids, seed, store } = world;
  const accounts = store.collection<Account>("carrier_account");
  const known = accounts.get("self");
  if (known) return known;
  for (const line of seed.lines) {
    const sid = ids.twilio("PN");
    lines.put(sid, newLine(sid, line, world.clock.now()));
  }
  for (const phone of seed.phones) {
    phones.put(phone.number, { state: "on", ...phone });
  }
  const account: Account = seed.account ?? {
    sid: ids.twilio("AC"),
    auth_token: ids.hex(32),
    api_key: { sid: ids.twilio("SK"), secret: ids.hex(32) },
  };
  accounts.put("self", account);
  return account;
}

/** A number as the account has it when it has just been got. */
export function newLine(sid: string, seed: LineSeed, now: number): Line {
  return {
    sid,
    phone_number: seed.number,
    friendly_name: seed.number,
    sms_url: seed.sms_url ?? "",
    sms_method: "POST",
    sms_fallback_url: seed.sms_fallback_url ?? "",
    sms_fallback_method: "POST",
    voice_url: "",
    status_callback: "",
    // https://www.twilio.com/docs/phone-numbers: MMS is for numbers of the US and Canada.
    capabilities: {
      sms: true,
      mms: seed.number.startsWith("+1"),
      voice: true,
      fax: false,
    },
    created: now,
    updated: now,
  };
}
