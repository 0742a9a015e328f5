import assert from "node:assert/strict";
import type { Message } from "../../emulator/page/desk_state.ts";
import { patched, type Shown } from "../../emulator/page/patch.ts";

const message = (ts: string, text = ""): Message => ({ ts, text });

const shown: Shown = {
  desk: {
    me: "U1",
    people: [],
    groups: [],
    channels: [{
      id: "C1",
      name: "texts",
      topic: "",
      purpose: "",
      members: [],
      pins: [],
    }],
    messages: { C1: [message("1"), message("3")], C2: [message("2")] },
    ephemerals: [],
    views: [],
    shortcuts: [],
  },
  phones: [{ number: "+14155550142", name: "Maya", state: "on" }],
  texts: {},
};

Deno.test("a message comes where its time puts it, and a changed one takes its own place", () => {
  const more = patched(shown, {
    messages: { channel: "C1", shown: [message("2", "new")], gone: [] },
  });
  const changed = patched(more, {
    messages: { channel: "C1", shown: [message("3", "other")], gone: ["1"] },
  });
  assert.deepEqual(changed.desk.messages.C1, [
    message("2", "new"),
    message("3", "other"),
  ]);
});

Deno.test("the first message of a channel nobody knew comes too", () => {
  const next = patched(shown, {
    messages: { channel: "C9", shown: [message("1")], gone: [] },
  });
  assert.deepEqual(next.desk.messages.C9, [message("1")]);
});

Deno.test("what a change does not touch stays the very same", () => {
  const next = patched(shown, {
    messages: { channel: "C1", shown: [message("4")], gone: [] },
  });
  assert.equal(next.desk.messages.C2, shown.desk.messages.C2);
  assert.equal(next.desk.channels, shown.desk.channels);
  assert.equal(next.phones, shown.phones);
  assert.equal(patched(shown, {}).desk, shown.desk);
});

Deno.test("phones and their texts come one by one", () => {
  const text = {
    sid: "SM1",
    direction: "inbound" as const,
    from: "+14155550142",
    to: "+14155550100",
    body: "hi",
    media_urls: [],
    at: "2026-01-01T00:00:00Z",
  };
  const phone = { number: "+14155550142", name: "Maya", state: "off" as const };
  const once = patched(shown, {
    phone,
    text: { number: phone.number, shown: text },
  });
  const twice = patched(once, { text: { number: phone.number, shown: text } });
  assert.deepEqual(twice.phones, [phone]);
  assert.deepEqual(twice.texts[phone.number], [text]);
});
