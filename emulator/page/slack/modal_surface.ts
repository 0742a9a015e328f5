import { useEffect, useRef, useState } from "preact/hooks";
import type { FieldElement } from "../blocks/block_kit.ts";
import {
  fieldsOf,
  type FieldValue,
  type FieldValues,
  heldOptions,
  heldValue,
  richText,
} from "../blocks/field_value.ts";
import { keepSuggested, type Suggested } from "../blocks/suggested.ts";
import type { Place, Surface } from "../blocks/surface.ts";
import { useDesk } from "../desk.ts";
import type { View } from "../desk_state.ts";

/** What an open modal does with what is typed and pressed in it. */
export interface ModalSurface extends Surface {
  /** Everything the fields hold, as the emulator wants it. */
  filled(): Record<string, Record<string, unknown>>;
}

/** Keeps what a person typed in a view through the app's updates of it, where block id and action id stay. */
export function useModalSurface(view: View): ModalSurface {
  const desk = useDesk();
  const user_id = desk.state.me;
  const [touched, setTouched] = useState<FieldValues>({});
  const options = useRef<Suggested>(new Map());
  const fields = fieldsOf(view.blocks);
  const path = `/desk/views/${view.id}`;

  useEffect(() => {
    // What an update took away is forgotten: it starts afresh if it comes back.
    setTouched((old) => {
      const kept: FieldValues = {};
      for (const { blockId, element } of fieldsOf(view.blocks)) {
        const value = old[blockId]?.[element.action_id];
        if (value === undefined) continue;
        kept[blockId] = { ...kept[blockId], [element.action_id]: value };
      }
      return kept;
    });
  }, [view.blocks]);

  function valueOf({ blockId, actionId }: Place): FieldValue {
    const typed = touched[blockId]?.[actionId];
    if (typed !== undefined) return typed;
    return heldValue(view.state?.values[blockId]?.[actionId]) ?? null;
  }

  function suggested({ blockId, actionId }: Place, value: string) {
    return options.current.get(`${blockId} ${actionId} ${value}`) ??
      heldOptions(view.state?.values[blockId]?.[actionId])
        .find((option) => option.value === value);
  }

  function wireValue(element: FieldElement, place: Place): unknown {
    const value = valueOf(place);
    if (element.type === "rich_text_input") return richText(value);
    if (!element.type.endsWith("external_select")) return value;
    const whole = (one: string) => suggested(place, one) ?? one;
    return Array.isArray(value) ? value.map(whole) : value && whole(value);
  }

  function filled(): Record<string, Record<string, unknown>> {
    const all: Record<string, Record<string, unknown>> = {};
    for (const { blockId, element } of fields) {
      const actionId = element.action_id;
      const value = wireValue(element, { blockId, actionId });
      all[blockId] = { ...all[blockId], [actionId]: value };
    }
    return all;
  }

  return {
    valueOf,
    suggested,
    hold({ blockId, actionId }, value) {
      setTouched((old) => ({
        ...old,
        [blockId]: { ...old[blockId], [actionId]: value },
      }));
    },
    async act(place, value) {
      const whole = (one: string) => suggested(place, one) ?? one;
      await desk.post(`${path}/actions`, {
        user_id,
        block_id: place.blockId,
        action_id: place.actionId,
        value: Array.isArray(value) ? value.map(whole) : value && whole(value),
        // An app that hears of a press is shown all that was typed.
        values: filled(),
      });
    },
    async suggest(place, typed) {
      return keepSuggested(
        options.current,
        place,
        await desk.post(`${path}/suggestions`, {
          user_id,
          block_id: place.blockId,
          action_id: place.actionId,
          value: typed,
        }),
      );
    },
    filled,
  };
}
