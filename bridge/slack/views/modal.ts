import { type Block, mrkdwn, plain } from "../blocks.ts";

/** A modal (https://docs.slack.dev/reference/views/modal-views). */
export type View = Record<string, unknown>;

/** What a modal has beside its title and blocks. */
interface Extras {
  callback_id: string;
  /** The words on its submit button; without it, it has none. */
  submit?: string;
  close?: string;
  /** What the modal must remember, beyond what is typed into it. */
  memory?: unknown;
}

/** A modal; titles are cut at Slack's 24 characters. */
export function modal(
  title: string,
  blocks: Block[],
  { callback_id, submit, close, memory }: Extras,
): View {
  return {
    type: "modal",
    callback_id,
    title: plain(title.slice(0, 24)),
    ...(submit ? { submit: plain(submit) } : {}),
    close: plain(close ?? (submit ? "Cancel" : "Close")),
    ...(memory === undefined
      ? {}
      : { private_metadata: JSON.stringify(memory) }),
    blocks,
  };
}

/** What is shown at once, while a modal is being filled: the pointer that opens one lives for 3 seconds. */
export function loadingView(title: string): View {
  const blocks = [{ type: "section", text: plain("⏳ One moment…") }];
  return modal(title, blocks, { callback_id: "loading" });
}

/** Says in a modal why it cannot show what it should. */
export function troubleView(sentence: string): View {
  const blocks = [{ type: "section", text: plain(`⚠️ ${sentence}`) }];
  return modal("Clerk", blocks, { callback_id: "trouble" });
}

/** Says in a modal what has been done. */
export function doneView(title: string, sentence: string): View {
  const blocks = [{ type: "section", text: plain(`✅ ${sentence}`) }];
  return modal(title, blocks, { callback_id: "done" });
}

/** An input whose block and element share their name. */
export function input(
  name: string,
  label: string,
  element: Block,
  extras: { dispatches?: boolean; optional?: boolean; hint?: string } = {},
): Block {
  const { dispatches = false, optional = false, hint } = extras;
  return {
    type: "input",
    block_id: name,
    label: plain(label),
    dispatch_action: dispatches,
    optional,
    ...(hint ? { hint: plain(hint) } : {}),
    element: { action_id: name, ...element },
  };
}

/** A small grey line. */
export function note(words: string, blockId?: string): Block {
  return {
    type: "context",
    ...(blockId ? { block_id: blockId } : {}),
    elements: [mrkdwn(words)],
  };
}

/** A button about one thing among several, named by its value. @param confirm what is asked before it counts. */
export function button(
  actionId: string,
  text: string,
  value: string,
  confirm?: { title: string; text: string; yes: string },
): Block {
  return {
    type: "button",
    action_id: actionId,
    text: plain(text),
    value,
    ...(confirm
      ? {
        style: "danger",
        confirm: {
          title: plain(confirm.title),
          text: plain(confirm.text),
          confirm: plain(confirm.yes),
          deny: plain("Cancel"),
        },
      }
      : {}),
  };
}

/** A row of buttons; the first is the one that is usually wanted. */
export function buttons(
  row: [actionId: string, text: string][],
  firstIsPrimary = false,
): Block {
  return {
    type: "actions",
    elements: row.map(([action_id, text], at) => ({
      type: "button",
      action_id,
      text: plain(text),
      ...(firstIsPrimary && at === 0 ? { style: "primary" } : {}),
    })),
  };
}
