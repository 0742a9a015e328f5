import { Faults, isPart } from "./faults.ts";
import { option, optionGroups } from "./objects.ts";
import { list } from "./rules.ts";

const options = list(option(), 100, 0);

/**
 * What Slack would refuse in an app's answer to `block_suggestion`; empty when nothing.
 * https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select
 */
export function checkSuggestions(answer: unknown): string[] {
  const faults = new Faults();
  const given = isPart(answer) ? answer : {};
  if ((given.options === undefined) === (given.option_groups === undefined)) {
    faults.add("must have either options or option_groups", "/");
  } else if (given.options !== undefined) {
    options(faults, given.options, "/options");
  } else optionGroups(faults, given.option_groups, "/option_groups");
  return faults.messages;
}
