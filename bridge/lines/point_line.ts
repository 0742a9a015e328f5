import type { CarrierLine, Ends } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import type { E164 } from "../sms/e164.ts";
import { checkAdmin } from "./admins.ts";

/**
 * Makes a number ring here when a text comes, in place of what it points at.
 * @param seen what it pointed at when the person was asked: anything else they have not agreed to.
 * @throws Refusal when they may not, the number has gone, or points at something else by now.
 */
export async function pointLine(
  ends: Ends,
  number: E164,
  seen: CarrierLine["rings"],
  by: string,
): Promise<void> {
  await checkAdmin(ends, by);
  const line = await ends.carrier.line(number);
  if (!line) {
    throw new Refusal(
      `${number} is not a number of the Twilio account any more.`,
      "Look at the list of lines again.",
    );
  }
  if (line.rings === "here") return;
  if (JSON.stringify(line.rings) !== JSON.stringify(seen)) {
    throw new Refusal(
      "Somebody has pointed this number at something else meanwhile.",
      "Nothing was changed: look at the list of lines again.",
    );
  }
  await ends.carrier.pointHere(line);
}
