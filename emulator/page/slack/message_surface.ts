import { useMemo, useRef, useState } from "preact/hooks";
import { keepSuggested, type Suggested } from "../blocks/suggested.ts";
import { useDesk } from "../desk.ts";
import type { Message } from "../desk_state.ts";
import {
  fieldsOf,
  type FieldValues,
  initialValue,
} from "../blocks/field_value.ts";
import type { Surface } from "../blocks/surface.ts";

/** What the blocks of one message stand on: a press goes to the app that posted it. */
export function useMessageSurface(channel: string, message: Message): Surface {
  const desk = useDesk();
  const [touched, setTouched] = useState<FieldValues>({});
  const fields = useMemo(() => fieldsOf(message.blocks ?? []), [
    message.blocks,
  ]);
  const options = useRef<Suggested>(new Map());
  const path = `/desk/messages/${channel}/${message.ts}`;
  return {
    valueOf({ blockId, actionId }) {
      const held = touched[blockId]?.[actionId];
      if (held !== undefined) return held;
      const field = fields.find((one) =>
        one.blockId === blockId && one.element.action_id === actionId
      );
      return field ? initialValue(field.element, channel) : null;
    },
    hold({ blockId, actionId }, value) {
      setTouched((old) => ({
        ...old,
        [blockId]: { ...old[blockId], [actionId]: value },
      }));
    },
    async act({ blockId, actionId }, value) {
      const whole = (one: string) =>
        options.current.get(`${blockId} ${actionId} ${one}`) ?? one;
      await desk.post(`${path}/buttons/${encodeURIComponent(actionId)}`, {
        user_id: desk.state.me,
        block_id: blockId,
        value: Array.isArray(value) ? value.map(whole) : value && whole(value),
      });
    },
    suggest: async (place, typed) =>
      keepSuggested(
        options.current,
        place,
        await desk.post(`${path}/suggestions`, {
          user_id: desk.state.me,
          block_id: place.blockId,
          action_id: place.actionId,
          value: typed,
        }),
      ),
    suggested: ({ blockId, actionId }, value) =>
      options.current.get(`${blockId} ${actionId} ${value}`),
  };
}
