import * as z from "zod/mini";
import { type E164, isE164 } from "../bridge/sms/e164.ts";

/** A phone number in a row: E.164, or the row is broken. */
export const PhoneNumber = z.custom<E164>((value) =>
  typeof value === "string" && isE164(value)
);
