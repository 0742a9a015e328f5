import { SlackBench } from "./slack_bench.ts";

/** A workspace without rate limits, with the app in #texts. */
export function office() {
  const bench = new SlackBench({ limits: "off" });
  bench.join("texts");
  const channel = bench.channel("texts").id;
  const post = async (args: object, who?: string) => {
    const { ts } = await bench.call(
      "chat.postMessage",
      { channel, ...args },
      who,
    );
    return String(ts);
  };
  return Object.assign(bench, { here: channel, post });
}
