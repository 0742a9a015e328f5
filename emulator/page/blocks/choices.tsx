import type { JSX } from "preact";
import type { ChoicesElement } from "./block_kit.ts";
import type { Labelling } from "./labelling.ts";
import { useSurface } from "./surface.ts";
import { Text } from "./text.tsx";
import { useConfirmed } from "./use_confirmed.tsx";

/** Checkboxes or radio buttons. Outside an input block every change is an action. */
export function Choices(
  { element, blockId, dispatches, labelling }: {
    element: ChoicesElement;
    blockId: string;
    dispatches: boolean;
    labelling: Labelling;
  },
): JSX.Element {
  const surface = useSurface();
  const place = { blockId, actionId: element.action_id };
  const { ask, dialog } = useConfirmed(element.confirm);
  const many = element.type === "checkboxes";
  const held = surface.valueOf(place);
  const chosen = Array.isArray(held) ? held : held === null ? [] : [held];

  function choose(value: string, on: boolean) {
    const next = many
      ? element.options.map((option) => option.value)
        .filter((one) => one === value ? on : chosen.includes(one))
      : value;
    ask(() => {
      surface.hold(place, next);
      if (dispatches) void surface.act(place, next);
    });
  }

  return (
    <div
      class="choices"
      role={many ? "group" : "radiogroup"}
      aria-label={labelling.label}
      aria-labelledby={labelling.label ? undefined : `${labelling.id}-label`}
      aria-describedby={labelling.describedBy}
    >
      {element.options.map((option) => (
        <label class="choice">
          <input
            type={many ? "checkbox" : "radio"}
            name={labelling.id}
            checked={chosen.includes(option.value)}
            onChange={(event) =>
              choose(option.value, event.currentTarget.checked)}
          />
          <span>
            <Text text={option.text} />
            {option.description && (
              <small>
                <Text text={option.description} />
              </small>
            )}
          </span>
        </label>
      ))}
      {dialog}
    </div>
  );
}
