import type { CardFacts, Rules } from "../ports.ts";
import { type Block, workflowButton } from "./blocks.ts";

/** A button on a card: its words, the workflow that it starts, and which of that workflow's deeds it asks for. */
interface CardButton {
  name: string;
  words: string;
  workflow: string;
  deed?: string;
}

/** What can be done about a conversation, by anyone who sees its card: what the workspace has a trigger for. */
export function cardButtons(
  conversation: string,
  { standing: { doNotDisturb, optedOut }, work, rules }: CardFacts,
  isDirect = false,
): Block[] {
  const { buttons } = rules;
  const isDone = work.state === "solved" || work.state === "closed";
  const wanted = work.isHidden ? [pressed("show", "Show")] : [
    { name: "assign", words: "Assign", workflow: "assign" },
    isDone ? pressed("open", "Open again") : pressed("solve", "Solve"),
    pressed("hide", "Hide"),
    {
      name: "do_not_disturb",
      words: doNotDisturb ? "🔔 Take off Do Not Disturb" : "🔕 Do Not Disturb",
      workflow: "do_not_disturb",
    },
    {
      name: "consent",
      words: optedOut ? "✅ Mark as opted in" : "🚫 Mark as opted out",
      workflow: "consent",
    },
  ];
  const elements = wanted.flatMap(({ name, words, workflow, deed }) => {
    const url = buttons[workflow];
    const inputs = { conversation, ...(deed ? { deed } : {}) };
    return url ? [workflowButton(name, words, url, inputs)] : [];
  });
  if (!work.isHidden) {
    elements.push(
      ...isDirect
        ? moveButton(conversation, "move_back", "Back to shared channel", rules)
        : moveButton(conversation, "create_channel", "Create Channel", rules),
    );
  }
  return elements.length > 0 ? [{ type: "actions", elements }] : [];
}

/** A button that needs no form. */
function pressed(deed: string, words: string): CardButton {
  return { name: deed, words, workflow: "card_button", deed };
}

/** A button that moves a conversation, or leaves it; nothing where the workspace has no trigger for it. */
export function moveButton(
  conversation: string,
  deed: string,
  words: string,
  { buttons }: Rules,
): Block[] {
  const url = buttons.move_conversation;
  return url ? [workflowButton(deed, words, url, { conversation, deed })] : [];
}
