import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { InputBlock } from "./block_kit.ts";
import { Field } from "./field.tsx";
import { plainText } from "./text.tsx";

/** A labelled field, with its hint and what is wrong with it. */
export function InputBlockView(
  { block, error }: { block: InputBlock; error?: string },
): JSX.Element {
  const id = useId();
  const { element } = block;
  const grouped = element.type === "checkboxes" ||
    element.type === "radio_buttons";
  const described = [
    error ? `${id}-error` : "",
    block.hint ? `${id}-hint` : "",
  ].filter(Boolean).join(" ");
  const words = (
    <>
      {`${plainText(block.label)} `}
      {block.optional && <span class="optional">(optional)</span>}
    </>
  );
  return (
    <div class={error ? "input-block wrong" : "input-block"}>
      {grouped
        ? <div class="label" id={`${id}-label`}>{words}</div>
        : <label class="label" for={id}>{words}</label>}
      <Field
        element={element}
        blockId={block.block_id ?? ""}
        dispatches={block.dispatch_action === true}
        labelling={{
          id,
          describedBy: described || undefined,
          invalid: error !== undefined,
        }}
      />
      {error && <div class="error" id={`${id}-error`} role="alert">{error}
      </div>}
      {block.hint && (
        <div class="hint" id={`${id}-hint`}>{plainText(block.hint)}</div>
      )}
    </div>
  );
}
