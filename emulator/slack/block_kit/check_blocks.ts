import { elementsOf } from "./block_ids.ts";
import { BLOCKS } from "./blocks.ts";
import { wordsOf } from "./element_state.ts";
import { Faults, isPart, type Part } from "./faults.ts";
import { optionsOf } from "./options_of.ts";
import { list, typed } from "./rules.ts";

type Surface = "message" | "modal";

const MOST_BLOCKS: Record<Surface, number> = { message: 50, modal: 100 };

/** What a surface does not take of what there is. */
const NOT_ON: Record<Surface, { blocks: string[]; elements: string[] }> = {
  message: { blocks: [], elements: ["file_input"] },
  modal: { blocks: ["markdown", "file"], elements: ["workflow_button"] },
};

/** What Slack would refuse in blocks; empty when nothing. */
export function checkBlocks(
  value: unknown,
  surface: Surface,
  pointer = "/blocks",
): string[] {
  const faults = new Faults();
  const anyBlock = typed(BLOCKS);
  list(anyBlock, MOST_BLOCKS[surface], 0)(faults, value, pointer);
  const blocks = (Array.isArray(value) ? value : []).filter(isPart);
  checkSurface(faults, blocks, surface, pointer);
  checkNames(faults, blocks, pointer);
  checkFocus(faults, blocks, pointer);
  return faults.messages;
}

function checkSurface(
  faults: Faults,
  blocks: Part[],
  surface: Surface,
  pointer: string,
): void {
  const not = NOT_ON[surface];
  for (const [place, block] of blocks.entries()) {
    const wrong = [
      ...(not.blocks.includes(String(block.type)) ? [block] : []),
      ...elementsOf(block).filter(({ type }) =>
        not.elements.includes(String(type))
      ),
    ];
    for (const { type } of wrong) {
      faults.add(`unsupported type: ${type}`, `${pointer}/${place}`);
    }
  }
}

/** Block ids name one block each, and action ids one element of their block. */
function checkNames(faults: Faults, blocks: Part[], pointer: string): void {
  const ids = new Set<unknown>();
  for (const [place, block] of blocks.entries()) {
    const at = `${pointer}/${place}`;
    if (block.block_id !== undefined) {
      if (ids.has(block.block_id)) {
        faults.add("`block_id` must be unique", `${at}/block_id`);
      }
      ids.add(block.block_id);
    }
    const actions = new Set<unknown>();
    for (const element of elementsOf(block)) {
      if (element.action_id !== undefined && actions.has(element.action_id)) {
        faults.add("`action_id` must be unique", at);
      }
      actions.add(element.action_id);
      checkInitial(faults, element, at);
    }
  }
}

/** What is chosen at first must be one of the options. */
function checkInitial(faults: Faults, element: Part, pointer: string): void {
  const offered = optionsOf(element).map(nameOf);
  if (offered.length === 0) return;
  const several = Array.isArray(element.initial_options)
    ? element.initial_options
    : [];
  for (const one of [element.initial_option, ...several]) {
    if (one === undefined || offered.includes(nameOf(one))) continue;
    faults.add("initial option must be one of the options", pointer);
  }
}

function checkFocus(faults: Faults, blocks: Part[], pointer: string): void {
  const focused = blocks.flatMap(elementsOf)
    .filter((element) => element.focus_on_load === true);
  if (focused.length > 1) {
    faults.add("only one element can have focus_on_load", pointer);
  }
}

function nameOf(option: unknown): string {
  if (!isPart(option)) return "";
  return JSON.stringify([option.value, wordsOf(option.text)]);
}
