import { type Clock, sleep } from "../../emulator/clock.ts";
import type { Journal } from "../../emulator/journal.ts";
import type { Call, Wire } from "../../emulator/wire.ts";
import type { CallFates, Sender } from "./call_fate.ts";
import { callWords } from "./call_words.ts";
import type { Chance } from "./chance.ts";
import { type MortalHost, never } from "./mortal_host.ts";
import { malformed, spoiled } from "./spoiled_answers.ts";
import type { Happening, Trace } from "./trace.ts";

/** A wire on which each call fares as the fates will. People's own clients are spared: they would just try again. */
export class FaultyWire implements Wire {
  readonly #underWay = new Map<number, Happening>();
  #journaled = 0;

  constructor(
    private readonly clock: Clock,
    private readonly chance: Chance,
    private readonly fates: CallFates,
    private readonly host: MortalHost,
    private readonly trace: Trace,
  ) {}

  /** Learns from the journal how each call ended. */
  follow(journal: Journal): void {
    journal.onFinished(({ seq, outcome }) => {
      const call = this.#underWay.get(seq);
      this.#underWay.delete(seq);
      if (call) this.trace.end(call, outcome ?? "");
    });
  }

  async pass(
    call: Call,
    perform: () => Promise<Response>,
  ): Promise<Response> {
    const isWebhook = call.method.endsWith(" webhook");
    // The journal numbers calls as they set out, and a webhook of the carrier's is none of them.
    const seq = isWebhook ? 0 : ++this.#journaled;
    const sender = this.#senderOf(call, isWebhook);
    if (!sender) return await perform();
    const name = typeof sender === "string" ? sender : sender.label;
    const { request, method } = call;
    const happening = this.trace.begin(
      name,
      request ? () => callWords(request) : method,
    );
    if (!isWebhook) this.#underWay.set(seq, happening);
    const answer = await this.#carry(call, sender, happening, perform);
    if (isWebhook) this.trace.end(happening, String(answer.status));
    return answer;
  }

  async #carry(
    call: Call,
    sender: Sender,
    happening: Happening,
    perform: () => Promise<Response>,
  ): Promise<Response> {
    const { there, back, fault } = this.fates.fateOf(call, sender);
    happening.fault = fault;
    const run = typeof sender === "string" ? undefined : sender;
    if (fault === "killed_before_call" && run) {
      this.host.kill(run, "before the call");
      return await never();
    }
    await sleep(this.clock, there);
    switch (fault) {
      case "refused":
      case "down":
        throw new TypeError("connection refused");
      case "rate_limited":
      case "server_error_before":
      case "token_revoked":
        await sleep(this.clock, back);
        return spoiled(fault, call, this.chance);
    }
    const answer = await perform();
    if (fault === "killed_after_call" && run) {
      this.host.kill(run, "after the call");
      return await never();
    }
    await sleep(this.clock, back);
    switch (fault) {
      case "answer_lost":
        throw new TypeError("connection closed before the answer");
      case "server_error_after":
        return spoiled(fault, call, this.chance);
      case "malformed":
        return malformed(call, this.chance, await isYes(answer));
    }
    return answer;
  }

  #senderOf(call: Call, isWebhook: boolean): Sender | undefined {
    if (isWebhook) return "carrier";
    return this.host.run ??
      (call.method === "POST /triggers" ? "relay" : undefined);
  }
}

/** Whether an end did what it was asked for. */
async function isYes(answer: Response): Promise<boolean> {
  const said = await answer.clone().text();
  return answer.ok && !/"ok":\s*false/.test(said);
}
