import type { JSX } from "preact";
import { personById, shownName, useDesk } from "../desk.ts";
import type { Message } from "../desk_state.ts";
import { Icon } from "../icon.tsx";
import { Emoji } from "../mrkdwn_view.tsx";

/** Pills under a message: an emoji and how many put it there. A press puts one's own there or takes it away. */
export function Reactions(
  { channel, message, onPick }: {
    channel: string;
    message: Message;
    onPick(anchor: HTMLElement): void;
  },
): JSX.Element | null {
  const desk = useDesk();
  const { me } = desk.state;
  if (!message.reactions?.length) return null;

  function namesOf(users: string[]): string {
    return users.map((id) => {
      if (id === me) return "you";
      const person = personById(desk, id);
      return person ? shownName(person) : "someone";
    }).join(", ");
  }

  return (
    <div class="reactions">
      {message.reactions.map(({ name, users, count }) => {
        const mine = users.includes(me);
        return (
          <button
            key={name}
            type="button"
            class={mine ? "pill mine" : "pill"}
            aria-pressed={mine}
            aria-label={`${name}, ${count}`}
            title={`${namesOf(users)} reacted with :${name}:`}
            onClick={() =>
              void desk.call(mine ? "reactions.remove" : "reactions.add", {
                channel,
                timestamp: message.ts,
                name,
              })}
          >
            <Emoji name={name} />
            <span class="count">{count}</span>
          </button>
        );
      })}
      <button
        type="button"
        class="pill add"
        aria-label="Add reaction"
        onClick={(event) => onPick(event.currentTarget)}
      >
        <Icon name="smile" />
      </button>
    </div>
  );
}
