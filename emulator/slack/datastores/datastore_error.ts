import { refuse } from "../refusal.ts";

/**
 * Ends the call with `datastore_error`, the reason in `errors` as Slack gives it.
 * Slack documents the code `datastore_config_not_found` only; the other codes used here are the emulator's own.
 */
export function datastoreError(
  code: string,
  message: string,
  pointer: string,
): never {
  refuse("datastore_error", { errors: [{ code, message, pointer }] });
}
