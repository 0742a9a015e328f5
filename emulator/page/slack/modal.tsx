import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Blocks } from "../blocks/blocks.tsx";
import { SurfaceContext } from "../blocks/surface.ts";
import { plainText } from "../blocks/text.tsx";
import { useDesk } from "../desk.ts";
import type { View } from "../desk_state.ts";
import { Icon } from "../icon.tsx";
import { useModalSurface } from "./modal_surface.ts";

interface SubmitAnswer {
  response_action?: "errors" | "update" | "push" | "clear";
  errors?: Record<string, string>;
}

/** The focus goes to the field that asks for it, else to a view's first one, else to its first button, else to the view itself until it has some. */
function focusFirst(form: HTMLFormElement | null) {
  const body = form?.querySelector(".modal-body");
  const first = body?.querySelector<HTMLElement>("[data-focus-on-load]") ??
    body?.querySelector<HTMLElement>("input, textarea") ??
    body?.querySelector<HTMLElement>("button");
  (first ?? form)?.focus();
}

/** One view of the stack. Those below the top stay drawn but hidden, and so keep what was typed. */
export function Modal(
  { view, top, stacked, titleId, onCloseAll }: {
    view: View;
    top: boolean;
    /** True when another view lies below this one. */
    stacked: boolean;
    titleId: string;
    onCloseAll(): void;
  },
): JSX.Element {
  const desk = useDesk();
  const surface = useModalSurface(view);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const closing = useRef(false);
  const [trouble, setTrouble] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (top) focusFirst(form.current);
  }, [top]);
  useEffect(() => {
    // An update may take away the very button that had the focus.
    const focused = document.activeElement;
    const lost = !form.current?.contains(focused) || focused === form.current;
    if (top && lost) focusFirst(form.current);
  }, [view.blocks]);

  function show(wrong: Record<string, string>) {
    setErrors(wrong);
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus()
    );
  }

  async function submit(event: Event) {
    event.preventDefault();
    if (busy || !view.submit) return;
    setBusy(true);
    setTrouble(false);
    setErrors({});
    const answer = await desk.post<SubmitAnswer>(
      `/desk/views/${view.id}/submit`,
      { user_id: desk.state.me, values: surface.filled() },
    );
    setBusy(false);
    if (!answer) setTrouble(true);
    else if (answer.response_action === "errors") show(answer.errors ?? {});
  }

  async function close() {
    if (closing.current) return;
    closing.current = true;
    await desk.post(`/desk/views/${view.id}/close`, { user_id: desk.state.me });
    closing.current = false;
  }

  return (
    <form
      ref={form}
      class="view"
      hidden={!top}
      noValidate
      tabIndex={-1}
      data-view={view.callback_id}
      onSubmit={(event) => void submit(event)}
    >
      <header>
        {stacked && (
          <button
            type="button"
            class="tool"
            aria-label="Back"
            onClick={() => void close()}
          >
            <Icon name="back" />
          </button>
        )}
        <h2 id={top ? titleId : undefined}>{view.title.text}</h2>
        <span class="spring" />
        <button
          type="button"
          class="tool"
          aria-label="Close"
          onClick={onCloseAll}
        >
          <Icon name="close" />
        </button>
      </header>
      <div class="modal-body" role="region" aria-label={view.title.text}>
        <SurfaceContext.Provider value={surface}>
          <Blocks blocks={view.blocks} errors={errors} />
        </SurfaceContext.Provider>
      </div>
      {trouble && (
        <p class="trouble" role="alert">
          We had some trouble connecting. Try again?
        </p>
      )}
      <footer>
        {(view.submit || view.close) && (
          <button
            type="button"
            class="button"
            onClick={() => void close()}
          >
            {view.close ? view.close.text : "Cancel"}
          </button>
        )}
        {view.submit && (
          <button
            type="submit"
            class="button primary"
            aria-busy={busy}
            disabled={view.submit_disabled}
          >
            {plainText({ type: "plain_text", text: view.submit.text })}
          </button>
        )}
      </footer>
    </form>
  );
}
