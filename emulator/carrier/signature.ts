import { createHmac } from "node:crypto";

/**
 * `X-Twilio-Signature` of a form webhook: the whole URL with its query but without its fragment, then every
 * parameter's name and value, sorted by name. https://www.twilio.com/docs/usage/security#validating-requests
 */
export function sign(
  authToken: string,
  url: string,
  form: Iterable<[string, string]>,
): string {
  const values = new Map<string, Set<string>>();
  for (const [name, value] of form) {
    values.set(name, (values.get(name) ?? new Set()).add(value));
  }
  let signed = url.split("#", 1)[0] ?? "";
  for (const name of [...values.keys()].sort()) {
    for (const value of [...values.get(name) ?? []].sort()) {
      signed += name + value;
    }
  }
  return createHmac("sha1", authToken).update(signed, "utf8").digest("base64");
}
