import type { JSX } from "preact";
import { Mrkdwn } from "../mrkdwn_view.tsx";
import { ActionElement } from "./action_element.tsx";
import type { Block } from "./block_kit.ts";
import { InputBlockView } from "./input_block.tsx";
import { mrkdwnOf } from "./markdown.ts";
import { pictureOf } from "./picture_of.ts";
import { RichText } from "./rich_text.tsx";
import { plainText, Text } from "./text.tsx";
import { Video } from "./video.tsx";

function BlockView(
  { block, error }: { block: Block; error?: string },
): JSX.Element | null {
  const blockId = block.block_id ?? "";
  switch (block.type) {
    case "header":
      return <h3 class="block header">{plainText(block.text)}</h3>;
    case "divider":
      return <hr class="block" />;
    case "section":
      return (
        <div class="block section">
          <div class="words">
            {block.text && <Text text={block.text} />}
            {block.fields && (
              <div class="fields">
                {block.fields.map((field, at) => (
                  <div key={at}>
                    <Text text={field} />
                  </div>
                ))}
              </div>
            )}
          </div>
          {block.accessory && (
            <div class="accessory">
              <ActionElement
                element={block.accessory}
                blockId={blockId}
                label={block.text?.text.replace(/[*_~`]/g, "")}
              />
            </div>
          )}
        </div>
      );
    case "context":
      return (
        <div class="block context">
          {block.elements.map((element, at) =>
            element.type === "image"
              ? <img key={at} src={pictureOf(element)} alt={element.alt_text} />
              : <Text key={at} text={element} />
          )}
        </div>
      );
    case "actions":
      return (
        <div class="block actions">
          {block.elements.map((element) => (
            <ActionElement
              key={"action_id" in element ? element.action_id : undefined}
              element={element}
              blockId={blockId}
            />
          ))}
        </div>
      );
    case "image":
      return (
        <figure class="block image">
          {block.title && <figcaption>{plainText(block.title)}</figcaption>}
          <img src={pictureOf(block)} alt={block.alt_text} />
        </figure>
      );
    case "input":
      return <InputBlockView block={block} error={error} />;
    case "rich_text":
      return <RichText parts={block.elements} />;
    case "markdown":
      return <Mrkdwn text={mrkdwnOf(block.text)} />;
    case "video":
      return <Video block={block} />;
    default:
      return null;
  }
}

/** Blocks, one below the other. `errors` are by block id. */
export function Blocks(
  { blocks, errors = {} }: {
    blocks: Block[];
    errors?: Record<string, string>;
  },
): JSX.Element {
  return (
    <div class="blocks">
      {blocks.map((block, index) => (
        <BlockView
          // Slack keeps what was typed where block id and action id stay: so does a drawn block.
          key={`${block.type} ${block.block_id ?? index}`}
          block={block}
          error={errors[block.block_id ?? ""]}
        />
      ))}
    </div>
  );
}
