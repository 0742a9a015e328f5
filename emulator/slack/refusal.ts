/** Slack's way of saying no: `{ ok: false, error: code, ...extra }`. */
export class SlackRefusal extends Error {
  constructor(
    readonly code: string,
    readonly extra: Record<string, unknown> = {},
  ) {
    super(code);
    this.name = "SlackRefusal";
  }
}

/** Ends the call with one of Slack's error codes. */
export function refuse(
  code: string,
  extra: Record<string, unknown> = {},
): never {
  throw new SlackRefusal(code, extra);
}
