import { Schema } from "deno-slack-sdk/mod.ts";
import { Outage, Refusal } from "../bridge/refusal.ts";

/** The inputs by which a step means a conversation. */
export const CONVERSATION = {
  number: {
    type: Schema.types.string,
    title: "Phone number",
    description: "The contact's number, such as +1 415 943 6084",
  },
  line: {
    type: Schema.types.string,
    title: "Line",
    description: "Which of your numbers it is with; the first one if empty",
  },
};

/** The reason that a step gives when it did nothing. */
export const REASON = {
  type: Schema.types.string,
  title: "Reason when not",
};

/**
 * Completes a step of somebody's workflow. What is refused, or cannot be done now, is no error, which would end the
 * workflow and ping its admins: it goes on, and can look at the reason.
 */
export async function step<Outputs>(
  work: () => Promise<Outputs>,
  refused: (reason: string) => Outputs,
): Promise<{ outputs: Outputs }> {
  try {
    return { outputs: await work() };
  } catch (error) {
    if (error instanceof Refusal) return { outputs: refused(error.sentence) };
    if (!(error instanceof Outage)) throw error;
    console.error(error.message);
    return { outputs: refused(SLOW) };
  }
}

const SLOW =
  "Slack or Twilio did not answer. Look at the conversation before you try again.";
