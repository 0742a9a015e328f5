import type { Clock } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import type { Account } from "./client.ts";

/** The most that is brought over, in bytes. */
const MOST = 5 * 1024 * 1024;

/** How long one answer, and all of a file, may take (milliseconds). */
const TIME_OUT = 8_000;

/** Pauses before asking again for what gave no answer (milliseconds). */
const PAUSES = [1_500];

/** The same for what is not there yet: the last one repeats. */
const PAUSES_UNTIL_THERE = [1_000, 2_000, 3_000];

/**
 * Fetches one file of a text. A file may come some seconds after the text it belongs to.
 * @param path its resource, without an ending.
 * @param until the moment (milliseconds) up to which "not found" means "not yet".
 * @throws Refusal when it cannot be had: why.
 */
export async function fetchMedia(
  account: Account,
  clock: Clock,
  path: string,
  until: number,
): Promise<Uint8Array<ArrayBuffer>> {
  for (let unanswered = 0, absent = 0;;) {
    const answer = await tryOnce(account, path);
    if (answer instanceof Uint8Array) return answer;
    const pause = answer === "absent"
      ? PAUSES_UNTIL_THERE[Math.min(absent++, PAUSES_UNTIL_THERE.length - 1)]
      : PAUSES[unanswered++];
    if (answer === "absent" && clock.now() + (pause ?? 0) > until) {
      throw notThere();
    }
    if (pause === undefined) throw notInTime();
    await clock.sleep(pause);
  }
}

async function tryOnce(
  account: Account,
  path: string,
): Promise<Uint8Array<ArrayBuffer> | "absent" | "unanswered"> {
  const overdue = new AbortController();
  const timer = setTimeout(() => overdue.abort(), TIME_OUT);
  try {
    const response = await follow(account, path, overdue.signal);
    if (response.ok) return await bytesOf(response);
    await response.body?.cancel();
    if (response.status === 404) return "absent";
    if (response.status === 429 || response.status >= 500) return "unanswered";
    throw new Refusal(
      `The carrier refused to hand it over (${response.status}).`,
      "Please tell whoever looks after Clerk.",
    );
  } catch (error) {
    if (!(error instanceof Error) || error instanceof Refusal) throw error;
    if (["PermissionDenied", "NotCapable"].includes(error.name)) {
      throw unlisted();
    }
    if (error instanceof TypeError || error.name === "AbortError") {
      return "unanswered";
    }
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Goes where the carrier points to, by hand: the Deno that Slack runs may pass the account's credentials on to the other
 * host (https://nvd.nist.gov/vuln/detail/CVE-2025-21620).
 */
async function follow(
  { origin, username, password }: Account,
  path: string,
  signal: AbortSignal,
): Promise<Response> {
  const authorization = `Basic ${btoa(`${username}:${password}`)}`;
  const asked = origin + path;
  const response = await fetch(asked, {
    headers: { authorization },
    redirect: "manual",
    signal,
  });
  const location = response.headers.get("location");
  if (response.status < 300 || response.status > 399 || !location) {
    return response;
  }
  await response.body?.cancel();
  return await fetch(new URL(location, asked), { signal });
}

async function bytesOf(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(response.headers.get("content-length")) > MOST) {
    await response.body?.cancel();
    throw tooLarge();
  }
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > MOST) throw tooLarge();
    parts.push(part);
  }
  if (size === 0) throw empty();
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

const SEND_AGAIN = "Ask them to send it again.";

const notThere = () => new Refusal("The carrier does not have it.", SEND_AGAIN);

const notInTime = () =>
  new Refusal(
    "The carrier did not hand it over in time.",
    "I will try again; if it does not come within two hours, ask them to send it again.",
    true,
  );

const tooLarge = () =>
  new Refusal(
    "It is larger than 5 MB.",
    "Ask them to send a smaller one.",
  );

const empty = () => new Refusal("There is nothing in it.", SEND_AGAIN);

const unlisted = () =>
  new Refusal(
    "It lies at an address that Clerk may not reach.",
    "Please tell whoever looks after Clerk.",
  );
