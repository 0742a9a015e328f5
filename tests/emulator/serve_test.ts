import assert from "node:assert/strict";
import { PortTaken, serve } from "../../emulator/serve.ts";

Deno.test("a world is made with the address at which it can be reached", async () => {
  const { origin, close } = await serve(0, (origin) => ({
    fetch: (request) =>
      new Response(`${origin} ${new URL(request.url).pathname}`),
  }));
  const answer = await fetch(`${origin}/phones`);
  assert.equal(await answer.text(), `${origin} /phones`);
  await close();
});

Deno.test("a port in use is said in one sentence", async () => {
  const { origin, close } = await serve(
    0,
    () => ({ fetch: () => new Response() }),
  );
  const port = Number(new URL(origin).port);
  await assert.rejects(
    serve(port, () => assert.fail("there is no world to make")),
    (error) => error instanceof PortTaken && error.message.includes("--port"),
  );
  await close();
});

Deno.test("a world that cannot be made leaves no port open", async () => {
  let seen = "";
  await assert.rejects(
    serve(0, (origin) => {
      seen = origin;
      throw new Error("no such app");
    }),
    /no such app/,
  );
  await assert.rejects(fetch(seen), TypeError);
});

Deno.test("whoever comes while a world is being prepared waits; what prepares it is answered", async () => {
  const steps: string[] = [];
  let asked = Promise.resolve(new Response());
  let address = "";
  const { close } = await serve(0, () => ({
    fetch: (request) => {
      steps.push(new URL(request.url).pathname);
      return new Response();
    },
  }), {
    onListen(origin) {
      address = origin;
      asked = fetch(`${origin}/workspace`);
    },
    isPartOf: ({ url }) => url.includes("/api/"),
    async prepare() {
      await (await fetch(`${address}/api/auth.test`)).text();
      steps.push("is prepared");
    },
  });
  await (await asked).text();
  assert.deepEqual(steps, ["/api/auth.test", "is prepared", "/workspace"]);
  await close();
});
