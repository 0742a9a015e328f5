import type { JSX } from "preact";
import type { PickerElement } from "./block_kit.ts";
import { labelled, type Labelling } from "./labelling.ts";
import { useSurface } from "./surface.ts";
import { useConfirmed } from "./use_confirmed.tsx";

const inputTypes = {
  datepicker: "date",
  timepicker: "time",
  datetimepicker: "datetime-local",
} as const;

/** `datetime-local` speaks of the reader's wall clock, Slack of seconds since the Unix epoch. */
function toWallClock(seconds: string): string {
  const date = new Date(Number(seconds) * 1000);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

function fromWallClock(written: string): string {
  return String(Math.floor(new Date(written).getTime() / 1000));
}

/** A date, a time, or both. */
export function Picker(
  { element, blockId, dispatches, labelling }: {
    element: PickerElement;
    blockId: string;
    dispatches: boolean;
    labelling: Labelling;
  },
): JSX.Element {
  const surface = useSurface();
  const place = { blockId, actionId: element.action_id };
  const { ask, dialog } = useConfirmed(element.confirm);
  const both = element.type === "datetimepicker";
  const held = surface.valueOf(place);
  const value = typeof held === "string" ? held : "";
  return (
    <>
      <input
        {...labelled(labelling, element)}
        class="field picker"
        type={inputTypes[element.type]}
        value={both && value ? toWallClock(value) : value}
        onChange={(event) => {
          const written = event.currentTarget.value;
          const next = written && both
            ? fromWallClock(written)
            : written || null;
          ask(() => {
            surface.hold(place, next);
            if (dispatches) void surface.act(place, next);
          });
        }}
      />
      {dialog}
    </>
  );
}
