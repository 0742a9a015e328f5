import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Phone, PhoneState, Text } from "../desk_state.ts";
import { Icon } from "../icon.tsx";
import { Menu } from "../menu.tsx";
import type { Trouble } from "../trouble.tsx";
import { Conversation } from "./conversation.tsx";
import { readable } from "./readable.ts";
import { TextLine } from "./text_line.tsx";
import { usePhone } from "./use_phone.ts";

const states: { state: PhoneState; label: string }[] = [
  { state: "on", label: "On" },
  { state: "off", label: "Off" },
  { state: "landline", label: "Landline" },
  { state: "unknown", label: "Unknown number" },
  { state: "blocked", label: "Blocks us" },
  { state: "opted_out", label: "Opted out" },
];

/** Why a phone's screen is dark, or empty. */
const dark: Partial<Record<PhoneState, string>> = {
  off: "This phone is off.",
  unknown: "Nobody has this number.",
};

/** A phone in somebody's hand: its texts with one other number, and where to write one. */
export function Handset(
  { phone, texts, lines, trouble }: {
    phone: Phone;
    texts: Text[];
    lines: string[];
    trouble: Trouble;
  },
): JSX.Element {
  const hand = usePhone(phone, trouble);
  const others = [
    ...new Set([
      ...lines,
      ...texts.map((text) => otherOf(phone, text)),
    ]),
  ];
  const last = texts.at(-1);
  const [picked, setPicked] = useState("");
  const [open, setOpen] = useState(false);
  const more = useRef<HTMLButtonElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const other = picked || (last ? otherOf(phone, last) : others[0]) || "";
  const shown = texts.filter((text) => otherOf(phone, text) === other);
  const asleep = dark[phone.state];
  const mute = asleep !== undefined || phone.state === "landline";

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, [shown.length, hand.call]);

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
              if (chosen) hand.turn(chosen.state);
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
                  aria-label={`${phone.name}'s conversation with`}
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
            <button
              type="button"
              aria-label={`Call from ${phone.name}'s phone`}
              title="Call"
              disabled={asleep !== undefined}
              onClick={() => void hand.ring(other)}
            >
              <Icon name="call" />
            </button>
            <button
              ref={more}
              type="button"
              aria-label={`More on ${phone.name}'s phone`}
              title="More"
              aria-haspopup="menu"
              aria-expanded={open}
              disabled={mute}
              onClick={() => setOpen(!open)}
            >
              <Icon name="more" />
            </button>
            {open && (
              <Menu
                label={`More on ${phone.name}'s phone`}
                anchor={more.current}
                items={["STOP", "START", "HELP"].map((word) => ({
                  text: `Reply ${word}`,
                  run: () => void hand.text(other, word),
                }))}
                onClose={() => setOpen(false)}
              />
            )}
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
          {hand.call && (
            <p class="call" role="status">
              {hand.call}
              <button type="button" onClick={hand.hangUp}>Hang up</button>
            </p>
          )}
          {phone.state === "landline"
            ? <p class="landline">A landline cannot text.</p>
            : (
              <TextLine
                name={phone.name}
                disabled={asleep !== undefined || !other}
                onText={(body) => hand.text(other, body)}
                onPicture={(body, file) => hand.picture(other, body, file)}
              />
            )}
          {asleep && <p class="dark-screen">{asleep}</p>}
        </div>
      </div>
    </section>
  );
}

function otherOf(phone: Phone, text: Text): string {
  return text.from === phone.number ? text.to : text.from;
}
