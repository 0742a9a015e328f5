/** Who may use the carrier's REST API. */
export interface Account {
  /** `AC…` */
  sid: string;
  auth_token: string;
  /** `SK…`, with its secret; it may do all that the token may, except sign. */
  api_key: { sid: string; secret: string };
}

/** Whether a Basic `Authorization` header opens this account. */
export function opens(
  { sid, auth_token, api_key }: Account,
  header: string | null,
): boolean {
  return header === basic(sid, auth_token) ||
    header === basic(api_key.sid, api_key.secret);
}

function basic(username: string, password: string): string {
  return `Basic ${btoa(`${username}:${password}`)}`;
}
