import type { E164 } from "../../sms/e164.ts";
import { formatForPeople } from "../../sms/readable_number.ts";
import { plain } from "../blocks.ts";

/** A contact as an option of a select; its text is cut at Slack's 75 characters. */
export function contactOption(
  { number, name }: { number: E164; name: string },
): { text: ReturnType<typeof plain>; value: string } {
  const readable = formatForPeople(number);
  const room = 75 - readable.length - 3;
  const shown = [...name].slice(0, Math.floor(room / 2)).join("");
  const whole = name.length <= room ? name : `${shown}…`;
  return {
    text: plain(whole ? `${whole} · ${readable}` : readable),
    value: number,
  };
}
