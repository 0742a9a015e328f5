import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { Element } from "./block_kit.ts";
import { Button } from "./button.tsx";
import { Field } from "./field.tsx";
import { Overflow } from "./overflow.tsx";
import { pictureOf } from "./picture_of.ts";
import { plainText } from "./text.tsx";

/** An element of an actions block, or beside a section: what is done to it is always an action. */
export function ActionElement(
  { element, blockId, label }: {
    element: Element;
    blockId: string;
    /** The words beside it, for a field that has no label of its own. */
    label?: string;
  },
): JSX.Element {
  const id = useId();
  switch (element.type) {
    case "button":
    case "workflow_button":
      return <Button element={element} blockId={blockId} />;
    case "overflow":
      return <Overflow element={element} blockId={blockId} />;
    case "image":
      return <img src={pictureOf(element)} alt={element.alt_text} />;
    default: {
      const placeholder = element.placeholder && plainText(element.placeholder);
      const labelling = { id, label: label || placeholder || "Choose" };
      return (
        <Field
          element={element}
          blockId={blockId}
          dispatches
          labelling={labelling}
        />
      );
    }
  }
}
