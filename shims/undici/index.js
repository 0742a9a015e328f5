// The npm build of Slack's SDK brings undici along, which dies when bundled.
// The platform's own fetch and its classes are all that the SDK uses of it.
export const fetch = (...args) => globalThis.fetch(...args);
export const { File, FormData, Headers, Request, Response } = globalThis;
