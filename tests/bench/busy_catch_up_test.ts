import assert from "node:assert/strict";
import { openBusyOffice, textAt } from "./burst/busy_office.ts";
import { textsShown } from "./burst/texts_shown.ts";

const HOUR = 60 * 60_000;

Deno.test("a catch-up that Slack's rates cut short goes on by itself, until all is caught up with", async () => {
  const office = await openBusyOffice(70, 0);
  const { stage: { clock, world }, contacts } = office;
  try {
    const start = clock.now();
    if (world.relay) world.relay.env.SLACK_INBOUND_URL = "";
    for (const [at, contact] of contacts.entries()) {
      textAt(office, at * 20_000, contact, "hi");
    }
    await clock.advance(contacts.length * 20_000);
    const next = (5 * 60_000 - clock.now() % HOUR + HOUR) % HOUR;
    await clock.advance(next + 15 * 60_000);
    const missing = textsShown(office, start)
      .filter(({ shown }) => shown.length !== 1);
    assert.deepEqual(missing, []);
    const counted = world.slack.datastores.all("settings")
      .some(({ received }) => Array.isArray(received));
    assert(counted, "what is behind the conversations was left out");
  } finally {
    await office.stage.close();
  }
});
