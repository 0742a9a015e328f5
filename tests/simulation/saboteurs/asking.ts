import type { Saboteur } from "./saboteur.ts";

/** Mistakes in what a workflow hears of its question. */
export const ASKING: Saboteur[] = [
  {
    name: "the latest text is taken for the answer",
    file: "bridge/texts/take_answer.ts",
    find: "const first = texts.find(",
    replace: "const first = texts.findLast(",
  },
  {
    name: "nobody gives up waiting for an answer",
    file: "bridge/catch_up/catch_up.ts",
    find: "for (const waiting of agenda.unanswered) {",
    replace: "for (const waiting of agenda.unanswered.slice(0, 0)) {",
  },
  {
    name: "only what has just come is an answer",
    file: "bridge/texts/take_answer.ts",
    find:
      "if (!received.some(({ createdAt }) => createdAt >= asked.at)) return false;",
    replace:
      "if (!received.some(({ createdAt }) => createdAt > ends.clock.now() - 5000)) return false;",
  },
];
