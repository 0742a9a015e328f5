import assert from "node:assert/strict";
import { platformFetch } from "../../emulator/slack/runtime/platform_fetch.ts";

Deno.test("the platform's fetch reaches Slack and the listed domains, redirects included", async () => {
  const world = {
    fetch(request: Request) {
      const { host, pathname } = new URL(request.url);
      if (pathname === "/away") {
        return Promise.resolve(
          new Response(null, {
            status: 307,
            headers: { location: "https://media.example.com/picture" },
          }),
        );
      }
      return Promise.resolve(
        Response.json({
          host,
          auth: request.headers.get("authorization"),
          method: request.method,
        }),
      );
    },
  };
  const reach = async (
    url: string,
    domains: string[],
    init: RequestInit = {},
  ) => await (await platformFetch(world, domains)(url, init)).json();
  const headers = { authorization: "Basic x" };
  assert.equal((await reach("https://slack.com/api/x", [])).host, "slack.com");
  await assert.rejects(reach("https://hooks.slack.com/triggers/x", []), {
    name: "PermissionDenied",
    message:
      'Requires net access to "hooks.slack.com", run again with the --allow-net flag',
  });
  assert.deepEqual(
    await reach("https://api.twilio.com/2010-04-01/x", ["api.twilio.com"], {
      headers,
    }),
    { host: "api.twilio.com", auth: "Basic x", method: "GET" },
  );
  await assert.rejects(
    reach("https://api.twilio.com/away", ["api.twilio.com"], { headers }),
    /net access to "media\.example\.com"/,
  );
  assert.deepEqual(
    await reach("https://api.twilio.com/away", [
      "api.twilio.com",
      "media.example.com",
    ], { headers, method: "POST", body: "a=b" }),
    { host: "media.example.com", auth: null, method: "POST" },
  );
  const manual = await platformFetch(world, ["api.twilio.com"])(
    "https://api.twilio.com/away",
    { redirect: "manual" },
  );
  assert.equal(manual.status, 307);
});

Deno.test("the platform's fetch gives up when told to, and a lost answer is a TypeError", async () => {
  const never = platformFetch({ fetch: () => new Promise(() => {}) }, []);
  const controller = new AbortController();
  const waiting = assert.rejects(
    never("https://slack.com/api/x", { signal: controller.signal }),
    { name: "AbortError" },
  );
  controller.abort();
  await waiting;
  const lost = platformFetch(
    { fetch: () => Promise.reject(new Error("dropped")) },
    [],
  );
  await assert.rejects(lost("https://slack.com/api/x"), TypeError);
});
