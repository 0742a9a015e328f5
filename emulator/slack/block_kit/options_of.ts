import { isPart, type Part } from "./faults.ts";

/** All options of a select, groups taken apart. */
export function optionsOf(element: Part): Part[] {
  const direct = Array.isArray(element.options) ? element.options : [];
  const groups = Array.isArray(element.option_groups)
    ? element.option_groups
    : [];
  return [
    ...direct,
    ...groups.flatMap((group) =>
      isPart(group) && Array.isArray(group.options) ? group.options : []
    ),
  ].filter(isPart);
}
