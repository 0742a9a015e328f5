/**
 * Says on every request of app code which run it belongs to, as `send_text Fx0…`, so that vendors whose tokens do
 * not tell can name the caller in their journal.
 */
export const RUN_HEADER = "x-function-run";
