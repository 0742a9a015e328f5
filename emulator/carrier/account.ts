import { Buffer } from "node:buffer";

/** Who may use the carrier's REST API. */
export interface Account {
  /** `AC…` */
  sid: string;
  auth_token: string;
  /** `SK…`, with its secret; it may do all that the token may, except sign. */
  api_key: { sid: string; secret: string };
}

/** Whether a Basic `Authorization` header opens this account. */
export function opens(account: Account, header: string | null): boolean {
  const [scheme, code] = (header ?? "").split(" ");
  if (scheme !== "Basic" || !code) return false;
  const pair = Buffer.from(code, "base64").toString("utf8");
  const { sid, auth_token, api_key } = account;
  return pair === `${sid}:${auth_token}` ||
    pair === `${api_key.sid}:${api_key.secret}`;
}
