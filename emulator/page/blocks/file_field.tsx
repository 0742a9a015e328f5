import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useDesk } from "../desk.ts";
import type { FileElement } from "./block_kit.ts";
import { labelled, type Labelling } from "./labelling.ts";
import { useSurface } from "./surface.ts";

/** Files that a form asks for; they are uploaded as they are chosen. */
export function FileField(
  { element, blockId, dispatches, labelling }: {
    element: FileElement;
    blockId: string;
    dispatches: boolean;
    labelling: Labelling;
  },
): JSX.Element {
  const desk = useDesk();
  const surface = useSurface();
  const place = { blockId, actionId: element.action_id };
  const [names, setNames] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const held = surface.valueOf(place);
  const chosen = Array.isArray(held) ? held : [];
  const most = element.max_files ?? 10;

  async function take(files: File[]) {
    setBusy(true);
    const ids = await desk.upload(files.slice(0, most - chosen.length));
    const kept = ids && await desk.call("files.completeUploadExternal", {
      files: ids.map((id) => ({ id })),
    });
    setBusy(false);
    if (!ids || !kept) return;
    const called = ids.map((id, at) => [id, files[at]?.name ?? id]);
    setNames((old) => ({ ...old, ...Object.fromEntries(called) }));
    hold([...chosen, ...ids]);
  }

  function hold(ids: string[]) {
    surface.hold(place, ids);
    if (dispatches) void surface.act(place, ids);
  }

  return (
    <div class="file-field">
      <input
        {...labelled(labelling)}
        class="field"
        type="file"
        multiple={most > 1}
        aria-busy={busy}
        disabled={busy || chosen.length >= most}
        accept={element.filetypes?.map((ending) => `.${ending}`).join(",")}
        onChange={(event) => {
          void take([...event.currentTarget.files ?? []]);
          event.currentTarget.value = "";
        }}
      />
      {chosen.map((id) => (
        <span class="chip" key={id}>
          {names[id] ?? id}
          <button
            type="button"
            onClick={() => hold(chosen.filter((one) => one !== id))}
          >
            Remove
          </button>
        </span>
      ))}
    </div>
  );
}
