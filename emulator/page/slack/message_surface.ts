import { useMemo, useState } from "preact/hooks";
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
  const path = `/desk/messages/${channel}/${message.ts}/buttons/`;
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
      await desk.post(path + encodeURIComponent(actionId), {
        user_id: desk.state.me,
        block_id: blockId,
        value,
      });
    },
    suggest: () => Promise.resolve([]),
    suggested: () => undefined,
  };
}
