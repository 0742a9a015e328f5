import type { ComponentChildren, JSX } from "preact";
import { Avatar } from "../avatar.tsx";
import { shownName, useDesk } from "../desk.ts";
import type { Channel } from "../desk_state.ts";
import { Icon } from "../icon.tsx";
import { type ReadMarks, unreadIn } from "./unread.ts";

/** The workspace's name, its channels with what is unread, its people, and who one is. */
export function Sidebar(
  { marks, onAddChannel, onTurn }: {
    marks: ReadMarks;
    onAddChannel(): void;
    /** Called when a channel was chosen, another one or the same. */
    onTurn(): void;
  },
): JSX.Element {
  const desk = useDesk();
  const { state, workspace, address } = desk;
  const shown = state.channels.filter((channel) =>
    !channel.is_archived || channel.id === address.channel
  );
  const bot = workspace.bot.user_id;
  const people = state.people.filter((person) =>
    !person.is_bot && person.id !== bot
  );
  return (
    <nav class="sidebar" aria-label="Workspace">
      <div class="workspace-name">{workspace.name ?? "Workspace"}</div>
      <Section title="Channels">
        {shown.filter((channel) => !channel.is_im).map((channel) => (
          <ChannelRow
            key={channel.id}
            channel={channel}
            marks={marks}
            onTurn={onTurn}
          />
        ))}
        <li>
          <button type="button" class="row" onClick={onAddChannel}>
            <span class="boxed">
              <Icon name="plus" />
            </span>
            Add channel
          </button>
        </li>
      </Section>
      <Section title="People">
        {people.map((person) => (
          <li class="row still" key={person.id}>
            <Avatar id={person.id} name={shownName(person)} size={20} />
            {shownName(person)}
            {person.id === state.me && <small>you</small>}
          </li>
        ))}
      </Section>
      <Section title="Apps">
        {shown.filter((channel) => channel.is_im).map((channel) => (
          <ChannelRow
            key={channel.id}
            channel={channel}
            marks={marks}
            onTurn={onTurn}
          />
        ))}
        {!shown.some((channel) => channel.is_im) && (
          <li class="row still">
            <Avatar id={bot} name={workspace.bot.name ?? "App"} size={20} />
            {workspace.bot.name ?? "App"}
          </li>
        )}
      </Section>
      <label class="you-are">
        You are
        <select
          value={state.me}
          onChange={(event) =>
            desk.go({
              person: event.currentTarget.value,
              thread: "",
              message: "",
            })}
        >
          {workspace.people.map((person) => (
            <option key={person.id} value={person.id}>
              {shownName(
                people.find((one) =>
                  one.id === person.id
                ) ?? person,
              )}
            </option>
          ))}
        </select>
      </label>
    </nav>
  );
}

function Section(
  { title, children }: { title: string; children: ComponentChildren },
): JSX.Element {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

function ChannelRow(
  { channel, marks, onTurn }: {
    channel: Channel;
    marks: ReadMarks;
    onTurn(): void;
  },
): JSX.Element {
  const desk = useDesk();
  const { state, address, workspace } = desk;
  const current = address.channel === channel.id;
  const mark = marks[`${state.me} ${channel.id}`] ?? "";
  const unread = unreadIn(state, channel.id, mark);
  const fresh = !current && unread.messages > 0;
  const icon = channel.is_archived
    ? "archive"
    : channel.is_private
    ? "lock"
    : "hash";
  return (
    <li>
      <button
        type="button"
        class={fresh ? "row unread" : "row"}
        aria-current={current ? "page" : undefined}
        onClick={() => {
          desk.go({ channel: channel.id, thread: "", message: "" });
          onTurn();
        }}
      >
        {channel.is_im
          ? (
            <Avatar
              id={workspace.bot.user_id}
              name={workspace.bot.name ?? "App"}
              size={20}
            />
          )
          : <Icon name={icon} />}
        <span class="name">
          {channel.is_im ? workspace.bot.name ?? "App" : channel.name}
        </span>
        {fresh && <span class="hidden">, unread</span>}
        {fresh && unread.mentions > 0 && (
          <span class="badge" aria-label={`${unread.mentions} mentions`}>
            {unread.mentions}
          </span>
        )}
      </button>
    </li>
  );
}
