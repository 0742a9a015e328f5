import type { Option, OptionGroup } from "./block_kit.ts";
import type { Place } from "./surface.ts";

/** Options that an app suggested, by `block action value`: they are in no block, and have to be remembered. */
export type Suggested = Map<string, Option>;

/** Reads an app's suggestions as groups, and remembers them. */
export function keepSuggested(
  known: Suggested,
  { blockId, actionId }: Place,
  answer: { options?: Option[]; option_groups?: OptionGroup[] } | null,
): OptionGroup[] {
  const label = { type: "plain_text" as const, text: "" };
  const groups = answer?.option_groups ??
    [{ label, options: answer?.options ?? [] }];
  for (const option of groups.flatMap((group) => group.options)) {
    known.set(`${blockId} ${actionId} ${option.value}`, option);
  }
  return groups;
}
