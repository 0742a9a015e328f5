import { checkElement } from "./check_element.ts";
import { Faults, isPart, type Part } from "./faults.ts";

type Surface = "message" | "modal";

const MOST_BLOCKS: Record<Surface, number> = { message: 50, modal: 100 };

/** Blocks by the surfaces that take them; https://docs.slack.dev/reference/block-kit/blocks. */
const BLOCKS: Record<Surface, ReadonlySet<string>> = {
  message: new Set([
    "section",
    "context",
    "actions",
    "divider",
    "header",
    "image",
    "rich_text",
    "video",
    "markdown",
    "input",
    "file",
  ]),
  modal: new Set([
    "section",
    "context",
    "actions",
    "divider",
    "header",
    "image",
    "rich_text",
    "video",
    "input",
  ]),
};

/** What Slack would refuse in blocks; empty when nothing. */
export function checkBlocks(
  value: unknown,
  surface: Surface,
  pointer = "/blocks",
): string[] {
  const faults = new Faults();
  const ids = new Set<unknown>();
  const blocks = faults.list(value, MOST_BLOCKS[surface], pointer, 0);
  for (const [place, one] of blocks.entries()) {
    const at = `${pointer}/${place}`;
    const block = faults.part(one, at);
    if (!block) continue;
    if (!BLOCKS[surface].has(String(block.type))) {
      faults.add(`unsupported type: ${block.type}`, `${at}/type`);
      continue;
    }
    if (block.block_id !== undefined) {
      faults.string(block.block_id, 255, `${at}/block_id`);
      if (ids.has(block.block_id)) {
        faults.add("`block_id` must be unique", `${at}/block_id`);
      }
      ids.add(block.block_id);
    }
    checkBlock(faults, block, surface, at);
  }
  return faults.messages;
}

function checkBlock(
  faults: Faults,
  block: Part,
  surface: Surface,
  at: string,
): void {
  switch (block.type) {
    case "header":
      return faults.text(block.text, 150, `${at}/text`);
    case "section":
      return checkSection(faults, block, surface, at);
    case "context": {
      const elements = faults.list(block.elements, 10, `${at}/elements`);
      for (const [place, one] of elements.entries()) {
        const inner = `${at}/elements/${place}`;
        if (isPart(one) && one.type === "image") {
          faults.string(one.alt_text, 2000, `${inner}/alt_text`);
        } else faults.text(one, 3000, inner, "any");
      }
      return;
    }
    case "actions": {
      const elements = faults.list(block.elements, 25, `${at}/elements`);
      const ids = new Set<unknown>();
      for (const [place, one] of elements.entries()) {
        const inner = `${at}/elements/${place}`;
        checkElement(faults, one, "actions", surface, inner);
        if (!isPart(one) || one.action_id === undefined) continue;
        if (ids.has(one.action_id)) {
          faults.add("`action_id` must be unique", `${inner}/action_id`);
        }
        ids.add(one.action_id);
      }
      return;
    }
    case "input":
      faults.text(block.label, 2000, `${at}/label`);
      if (block.hint !== undefined) {
        faults.text(block.hint, 2000, `${at}/hint`);
      }
      return checkElement(
        faults,
        block.element,
        "input",
        surface,
        `${at}/element`,
      );
    case "image":
      faults.string(block.alt_text, 2000, `${at}/alt_text`);
      if (block.slack_file === undefined) {
        faults.string(block.image_url, 3000, `${at}/image_url`);
      }
      return;
    case "rich_text":
      faults.list(block.elements, 1000, `${at}/elements`, 0);
      return;
    case "markdown":
      return faults.string(block.text, 12_000, `${at}/text`);
  }
}

function checkSection(
  faults: Faults,
  block: Part,
  surface: Surface,
  at: string,
): void {
  if (block.text !== undefined) {
    faults.text(block.text, 3000, `${at}/text`, "any");
  } else if (block.fields === undefined) {
    faults.add("must have text or fields", at);
  }
  if (block.fields !== undefined) {
    const fields = faults.list(block.fields, 10, `${at}/fields`);
    for (const [place, one] of fields.entries()) {
      faults.text(one, 2000, `${at}/fields/${place}`, "any");
    }
  }
  if (block.accessory !== undefined) {
    checkElement(
      faults,
      block.accessory,
      "section",
      surface,
      `${at}/accessory`,
    );
  }
}
