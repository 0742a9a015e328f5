import DomainModule from "twilio/lib/base/Domain.js";
import VersionModule from "twilio/lib/base/Version.js";
import { IncomingPhoneNumberListInstance } from "twilio/lib/rest/api/v2010/account/incomingPhoneNumber.js";
import {
  MessageListInstance,
  type MessageListInstanceOptions,
} from "twilio/lib/rest/api/v2010/account/message.js";
import type { Clock } from "../ports.ts";
import { HttpClient } from "./http_client.ts";

/** Which texts are listed. */
export type Filter = MessageListInstanceOptions;

/** How to reach the carrier's account. */
export interface Account {
  sid: string;
  /** The API key's SID, or the account's own. */
  username: string;
  /** The API key's secret, or the account's auth token. */
  password: string;
  /** Where the API is: `https://api.twilio.com`. */
  origin: string;
}

/**
 * The two lists of the account that the app uses. Only they are imported: the whole twilio package is 3.7 MB and dies
 * on load under the Deno that Slack runs. BaseTwilio, which a Domain asks for, is used by it for `request` alone.
 */
export function connect(account: Account, clock: Clock) {
  const transport = new HttpClient(
    clock,
    account.origin,
    account.username,
    account.password,
  );
  const domain = new DomainModule.default(
    // @ts-expect-error: of BaseTwilio's many members, Domain calls this one.
    transport,
    "https://api.twilio.com",
  );
  const version = new VersionModule.default(domain, "2010-04-01");
  return {
    // @ts-expect-error: a V2010 is a Version with getters that these lists never touch.
    messages: MessageListInstance(version, account.sid),
    // @ts-expect-error: see above.
    numbers: IncomingPhoneNumberListInstance(version, account.sid),
  };
}
