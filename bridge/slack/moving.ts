import type { CardFacts, Spot } from "../ports.ts";
import { type Content, mrkdwn } from "./blocks.ts";
import { moveButton } from "./card_buttons.ts";

/** Where a conversation is, in words that lead there. */
export interface Lead {
  channel: string;
  /** To the card. */
  link: string;
  direct: boolean;
}

/** Says in a place that its conversation goes on elsewhere. */
export function gone({ channel, link, direct }: Lead): Content {
  return said(
    direct
      ? `➡️ This conversation goes on in <#${channel}>.`
      : `➡️ This conversation goes on in <${link}|its thread> in <#${channel}>. What is written here is not texted any more.`,
  );
}

/** Says in a place where its conversation was before. */
export function come({ channel, link, direct }: Lead): Content {
  return said(
    direct
      ? `⬅️ This conversation was in <#${channel}> and goes on here.`
      : `⬅️ What was said before is in <${link}|its thread> in <#${channel}>.`,
  );
}

/** Asks what is to become of a conversation whose direct channel is lost. */
export function question(
  conversation: string,
  lost: string,
  why: "archived" | "shut out",
  { rules }: CardFacts,
): Content {
  const what = why === "archived"
    ? `<#${lost}> is archived`
    : "The direct channel was deleted, or I was removed from it";
  const words = `❓ ${what}, so this conversation goes on here.`;
  const buttons = [
    moveButton(conversation, "keep_here", "Keep it here", rules),
    moveButton(
      conversation,
      "create_channel",
      "Create the channel again",
      rules,
    ),
  ].flat();
  return {
    text: words,
    blocks: [
      { type: "section", text: mrkdwn(words) },
      ...(buttons.length > 0 ? [{ type: "actions", elements: buttons }] : []),
    ],
  };
}

/** The answer, in place of the question. */
export function answered(words: string): Content {
  return said(words);
}

/** What a card's address says to whoever reads it: the link leads to the very message. */
export function leadTo(
  { channel, direct }: Spot & { direct?: boolean },
  link: string,
): Lead {
  return { channel, link, direct: direct ?? false };
}

function said(words: string): Content {
  return {
    text: words,
    blocks: [{ type: "context", elements: [mrkdwn(words)] }],
  };
}
