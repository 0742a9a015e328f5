import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Phone, PhoneState, Text } from "../desk_state.ts";
import { Icon } from "../icon.tsx";
import { Conversation } from "./conversation.tsx";
import { readable } from "./readable.ts";

const states: { state: PhoneState; label: string }[] = [
  { state: "on", label: "On" },
  { state: "off", label: "Off" },
  { state: "landline", label: "Landline" },
  { state: "unknown", label: "Unknown number" },
  { state: "blocked", label: "Blocks us" },
  { state: "opted_out", label: "Opted out" },
];

/** A phone in somebody's hand: its texts with one other number, and where to write one. */
export function Handset(
  { phone, texts, lines, onText, onState }: {
    phone: Phone;
    texts: Text[];
    lines: string[];
    /** Resolves with false when the text could not be sent. */
    onText(to: string, body: string): Promise<boolean>;
    onState(state: PhoneState): void;
  },
): JSX.Element {
  const others = [
    ...new Set([
      ...lines,
      ...texts.map((text) => otherOf(phone, text)),
    ]),
  ];
  const last = texts.at(-1);
  const [picked, setPicked] = useState("");
  const other = picked || (last ? otherOf(phone, last) : others[0]) || "";
  const [draft, setDraft] = useState("");
  const scroller = useRef<HTMLDivElement>(null);
  const shown = texts.filter((text) => otherOf(phone, text) === other);
  const asleep = phone.state === "off" || phone.state === "unknown";

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, [shown.length]);

  async function send(event: Event) {
    event.preventDefault();
    const body = draft;
    if (!body.trim() || !other || asleep) return;
    setDraft("");
    if (!await onText(other, body)) setDraft((now) => now || body);
  }

  return (
    <section
      class="phone"
      aria-label={`${phone.name}'s phone`}
      id={phone.number}
    >
      <header class="phone-label">
        <div>
          <h2>{phone.name}</h2>
          <span>{readable(phone.number)}</span>
        </div>
        <label>
          <span class="hidden">{phone.name}'s phone is</span>
          <select
            value={phone.state}
            onChange={(event) => {
              const chosen = states.find(({ state }) =>
                state === event.currentTarget.value
              );
              if (chosen) onState(chosen.state);
            }}
          >
            {states.map(({ state, label }) => (
              <option key={state} value={state}>{label}</option>
            ))}
          </select>
        </label>
      </header>
      <div class={asleep ? "handset asleep" : "handset"}>
        <div class="speaker" aria-hidden="true" />
        <div class="screen">
          <div class="contact">
            {others.length > 1
              ? (
                <select
                  aria-label="Conversation with"
                  value={other}
                  onChange={(event) => setPicked(event.currentTarget.value)}
                >
                  {others.map((number) => (
                    <option key={number} value={number}>
                      {readable(number)}
                    </option>
                  ))}
                </select>
              )
              : <b>{readable(other)}</b>}
          </div>
          <div
            class="bubbles"
            ref={scroller}
            tabIndex={0}
            role="region"
            aria-label={`Texts on ${phone.name}'s phone`}
          >
            <Conversation texts={shown} />
          </div>
          <form class="text-line" onSubmit={(event) => void send(event)}>
            <textarea
              rows={Math.min(4, draft.split("\n").length)}
              aria-label={`Text message from ${phone.name}`}
              placeholder="Text message"
              value={draft}
              disabled={asleep}
              onInput={(event) => setDraft(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || event.shiftKey) return;
                if (!event.isComposing) void send(event);
              }}
            />
            <button
              type="submit"
              aria-label={`Send from ${phone.name}'s phone`}
              disabled={asleep || !draft.trim()}
            >
              <Icon name="send" />
            </button>
          </form>
          {asleep && (
            <p class="dark-screen">
              {phone.state === "off"
                ? "This phone is off."
                : "Nobody has this number."}
            </p>
          )}
        </div>
      </div>
    </section>
  );
}

function otherOf(phone: Phone, text: Text): string {
  return text.from === phone.number ? text.to : text.from;
}
