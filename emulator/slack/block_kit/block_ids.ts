import type { Ids } from "../../ids.ts";
import { isPart, type Part } from "./faults.ts";

/** The elements of a block that a person can act on. */
export function elementsOf(block: Part): Part[] {
  const elements = Array.isArray(block.elements) && block.type === "actions"
    ? block.elements
    : [];
  return [...elements, block.element, block.accessory].filter(isPart);
}

/** Gives ids to the blocks and elements that have none, as Slack does. @param blocks as they came in: nobody else has them. */
export function withIds(blocks: unknown[], ids: Ids): Part[] {
  const parts = blocks.filter(isPart);
  for (const block of parts) {
    block.block_id ??= ids.hex(5);
    for (const element of elementsOf(block)) {
      if (element.type !== "image") element.action_id ??= ids.hex(5);
    }
  }
  return parts;
}

/** An element by its ids, with the block it stands in. */
export function findElement(
  blocks: readonly Part[],
  block_id: string | null,
  action_id: string,
): { block: Part; element: Part } | null {
  for (const block of blocks) {
    if (block_id !== null && block.block_id !== block_id) continue;
    for (const element of elementsOf(block)) {
      if (element.action_id === action_id) return { block, element };
    }
  }
  return null;
}
