import assert from "node:assert/strict";
import type { World } from "../../emulator/world.ts";
import { browserStory } from "./browser_story.ts";

/** Messages that a busy channel holds, and rows that may be drawn of them at a time. */
const MANY = 5_000;
const DRAWN = 250;

/** What one new message may cost on the way to the page, in bytes. */
const ONE = 1_500;

function fill(world: World, count: number): (text: string) => void {
  const { messages, people, channels } = world.slack.workspace;
  const channel = channels.byName("general")?.id ?? "";
  const user = people.find("will")?.id ?? "";
  const post = (text: string) => void messages.post({ channel, user, text });
  for (let at = 0; at < count; at++) {
    post(`message ${at} ${"and on ".repeat(at % 30)}`);
  }
  return post;
}

browserStory(
  "of 5,000 messages only those near the window are drawn, wherever one scrolls",
  async ({ page, world, origin }) => {
    await page.goto("about:blank");
    fill(world, MANY);
    await page.goto(origin);
    await page.getByRole("button", { name: "general" }).click();
    await page.getByRole("main").getByText(`message ${MANY - 1} `).waitFor();
    const rows = page.locator("[data-ts]");
    const scroller = page.getByRole("region", { name: "Messages in general" });
    assert.ok(await rows.count() <= DRAWN);
    for (const share of [0.75, 0.5, 0.25, 0]) {
      await scroller.evaluate((element, share) => {
        element.scrollTop = element.scrollHeight * share;
      }, share);
      // Something is there to be read, at once or a moment later.
      await page.waitForFunction((element) => {
        const { left, top, width, height } = element?.getBoundingClientRect() ??
          new DOMRect();
        return document.elementFromPoint(left + width / 2, top + height / 2)
          ?.closest("[data-ts]") !== null;
      }, await scroller.elementHandle());
      const drawn = await rows.count();
      assert.ok(drawn > 0 && drawn <= DRAWN, `${drawn} rows at ${share}`);
    }
    await page.getByText("message 0", { exact: true }).waitFor();
  },
);

browserStory(
  "what changes comes to the page by itself, and is no more than what changed",
  async ({ page, world, origin }) => {
    await page.goto("about:blank");
    const post = fill(world, MANY);
    await page.goto(origin);
    await page.getByRole("button", { name: "general" }).click();
    await page.getByRole("main").getByText(`message ${MANY - 1} `).waitFor();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const told: number[] = [];
    const client = await page.context().newCDPSession(page);
    await client.send("Network.enable");
    client.on(
      "Network.eventSourceMessageReceived",
      ({ data }) => told.push(data.length),
    );
    post("here is news");
    await page.getByRole("main").getByText("here is news").waitFor();
    const maya = world.carrier.phones()[0];
    const line = world.carrier.lines()[0];
    assert.ok(maya && line);
    world.carrier.receive(maya, line, "news for the phone", []);
    await page.getByRole("region", { name: "Texts on Maya's phone" })
      .getByText("news for the phone").waitFor();
    assert.deepEqual(asked, [], "the page had to ask");
    assert.ok(told.length > 0);
    assert.ok(Math.max(...told.slice(0, 2)) < ONE, told.join(" "));
  },
);

browserStory(
  "a page that lost its emulator catches up when it is back",
  async ({ page, world }) => {
    const post = fill(world, 3);
    await page.getByRole("button", { name: "general" }).click();
    await page.getByRole("main").getByText("message 2").waitFor();
    await page.context().setOffline(true);
    post("said meanwhile");
    await page.context().setOffline(false);
    const said = page.getByRole("main").getByText("said meanwhile");
    await said.waitFor({ timeout: 20_000 });
    assert.equal(await said.count(), 1);
  },
);
