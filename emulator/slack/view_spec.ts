import * as z from "zod/mini";
import { checkBlocks } from "./block_kit/check_blocks.ts";
import { refuse } from "./refusal.ts";

const Plain = (most: number) =>
  z.object({
    type: z.literal("plain_text"),
    text: z.string().check(z.minLength(1), z.maxLength(most)),
    emoji: z.optional(z.boolean()),
  });

/** A modal as an app describes it; https://docs.slack.dev/reference/views/modal-views. */
const ViewSpec = z.strictObject({
  type: z.literal("modal"),
  title: Plain(24),
  submit: z.optional(z.nullable(Plain(24))),
  close: z.optional(z.nullable(Plain(24))),
  blocks: z.array(z.record(z.string(), z.unknown())),
  callback_id: z.optional(z.string().check(z.maxLength(255))),
  private_metadata: z.optional(z.string().check(z.maxLength(3000))),
  external_id: z.optional(z.string().check(z.maxLength(255))),
  clear_on_close: z.optional(z.boolean()),
  notify_on_close: z.optional(z.boolean()),
  submit_disabled: z.optional(z.boolean()),
});

export type ViewSpec = z.output<typeof ViewSpec>;

const MOST_BYTES = 250_000;

/** Reads a modal's description, or refuses it as Slack does, with every fault named. */
export function readViewSpec(value: unknown): ViewSpec {
  const parsed = z.safeParse(ViewSpec, value);
  const messages = parsed.success
    ? checkBlocks(parsed.data.blocks, "modal", "/view/blocks")
    : parsed.error.issues.map((issue) =>
      `[ERROR] ${issue.message} [json-pointer:/view/${issue.path.join("/")}]`
    );
  if (
    parsed.success && !parsed.data.submit &&
    parsed.data.blocks.some((block) => block.type === "input")
  ) {
    messages.push(
      "[ERROR] missing required field: submit [json-pointer:/view]",
    );
  }
  if (!parsed.success || messages.length > 0) {
    return refuse("invalid_arguments", { response_metadata: { messages } });
  }
  if (JSON.stringify(value).length > MOST_BYTES) refuse("view_too_large");
  return parsed.data;
}
