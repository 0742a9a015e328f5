import type { Saboteur } from "./saboteur.ts";

/** Mistakes in what the team does with conversations. */
export const WORKING: Saboteur[] = [
  {
    name: "a card whose run died is never drawn again",
    file: "bridge/catch_up/settle_channel.ts",
    find:
      "if (due && shows && shows !== due) await drawAgain(ends, key, shows);",
    replace: "",
  },
  {
    name: "who waits stays solved when nobody could open it",
    file: "bridge/catch_up/settle_conversation.ts",
    find: "await openWaiting(ends, conversation, known, thread);",
    replace: "",
  },
  {
    name: "what was put off never comes back",
    file: "bridge/catch_up/come_back.ts",
    find: "const isDue = backAt !== null && backAt <= now;",
    replace: "const isDue = false;",
  },
];
