import type { JSX } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { useDesk } from "../desk.ts";
import { Modal } from "./modal.tsx";

/** The open modals: one dialog with the top view in it. Escape closes them all, as in Slack. */
export function ModalStack(): JSX.Element | null {
  const desk = useDesk();
  const { views, me } = desk.state;
  const dialog = useRef<HTMLDialogElement>(null);
  const closing = useRef(false);
  const titleId = useId();
  const open = views.length > 0;

  // Before the views look for their first field: nothing in a closed dialog takes the focus.
  useLayoutEffect(() => {
    if (!open || dialog.current?.open) return;
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, [open]);

  async function closeAll() {
    // A second press of Escape while the first is on its way.
    if (closing.current) return;
    closing.current = true;
    for (const view of views.toReversed()) {
      await desk.post(`/desk/views/${view.id}/close`, { user_id: me });
    }
    closing.current = false;
  }

  if (!open) return null;
  return (
    <dialog
      ref={dialog}
      class="modal"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        void closeAll();
      }}
    >
      {views.map((view, index) => (
        <Modal
          key={view.id}
          view={view}
          top={index === views.length - 1}
          stacked={index > 0}
          titleId={titleId}
          onCloseAll={() => void closeAll()}
        />
      ))}
    </dialog>
  );
}
