import assert from "node:assert/strict";
import type { Clock } from "../../bridge/ports.ts";
import { Refusal } from "../../bridge/refusal.ts";
import { fetchMedia } from "../../bridge/twilio/media.ts";
import { loopback } from "../support/loopback.ts";

const KEY = `Basic ${btoa("ACtest:secret")}`;

/** What the account's own store answers, by path, and what came to the other host. */
interface Stores {
  own(path: string): Response;
  other(request: Request): Response;
}

/** Fetches `/media` of a carrier on a port, whose files lie on another. @returns what is in it. */
async function fetched(
  { own, other }: Partial<Stores>,
  patience = 0,
): Promise<string> {
  const cdn = loopback(other ?? (() => new Response("a bicycle")));
  const lead = `${cdn.origin}/signed?key=1`;
  const api = loopback((request) => {
    assert.equal(request.headers.get("authorization"), KEY);
    const { pathname } = new URL(request.url);
    return own?.(pathname) ??
      new Response(null, { status: 307, headers: { location: lead } });
  });
  let now = 0;
  const clock: Clock = {
    now: () => now,
    sleep: (ms) => {
      now += ms;
      return Promise.resolve();
    },
  };
  const account = {
    sid: "ACtest",
    username: "ACtest",
    password: "secret",
    origin: api.origin,
  };
  try {
    const bytes = await fetchMedia(account, clock, "/media", patience);
    return new TextDecoder().decode(bytes);
  } finally {
    await Promise.all([api.close(), cdn.close()]);
  }
}

const refused = (reason: RegExp) => (error: unknown) =>
  error instanceof Refusal && reason.test(error.sentence);

Deno.test("the other host that the carrier leads to is not given the account's key", async () => {
  let given: string | null = "nobody asked";
  const other = (request: Request) => {
    given = request.headers.get("authorization");
    return new Response("a bicycle");
  };
  assert.equal(await fetched({ other }), "a bicycle");
  assert.equal(given, null);
});

Deno.test("what is not there yet is waited for, and given up in time", async () => {
  let asked = 0;
  const own = () =>
    ++asked < 3
      ? new Response(null, { status: 404 })
      : new Response("here it is");
  assert.equal(await fetched({ own }, 12_000), "here it is");
  const never = () => new Response(null, { status: 404 });
  await assert.rejects(
    fetched({ own: never }, 12_000),
    refused(/does not have it/),
  );
});

Deno.test("what is gone for long is given up at once", async () => {
  let asked = 0;
  const own = () => {
    asked++;
    return new Response(null, { status: 404 });
  };
  await assert.rejects(fetched({ own }), refused(/does not have it/));
  assert.equal(asked, 1);
});

Deno.test("a store that stumbles is asked once more", async () => {
  let asked = 0;
  const other = () =>
    ++asked < 2 ? new Response(null, { status: 503 }) : new Response("yes");
  assert.equal(await fetched({ other }), "yes");
  const down = () => new Response(null, { status: 503 });
  await assert.rejects(fetched({ other: down }), refused(/in time/));
});

Deno.test("what is refused, too large or empty is said to be so", async () => {
  const own = () => new Response(null, { status: 401 });
  await assert.rejects(fetched({ own }), refused(/refused.*401/));
  const large = new Uint8Array(5 * 1024 * 1024 + 1);
  await assert.rejects(
    fetched({ other: () => new Response(large) }),
    refused(/larger than 5 MB/),
  );
  const unmeasured = () => new Response(new Blob([large]).stream());
  await assert.rejects(
    fetched({ other: unmeasured }),
    refused(/larger than 5 MB/),
  );
  await assert.rejects(
    fetched({ other: () => new Response("") }),
    refused(/nothing in it/),
  );
});
