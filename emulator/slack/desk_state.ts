import type { Channel } from "./channels.ts";
import type { Person } from "./people.ts";
import { shownMessage } from "./shown_message.ts";
import type { Slack } from "./slack.ts";
import { shownView } from "./views.ts";

/** Runs and executions that an inspector is shown, the latest of them. */
const LATEST = 200;

/** Everything that Slack's client shows one person. */
export function deskState(slack: Slack, person: Person) {
  const { workspace } = slack;
  const channels = workspace.channels.all()
    .filter((channel) => maySee(channel, person));
  return {
    me: person.id,
    people: workspace.people.all().map(({ id, name, real_name, is_bot }) => ({
      id,
      name,
      real_name,
      is_bot,
    })),
    groups: workspace.userGroups.all().map(({ id, handle, users }) => ({
      id,
      handle,
      users,
    })),
    channels: channels.map((channel) => deskChannel(slack, channel, person)),
    messages: Object.fromEntries(
      channels.map(({ id }) => [id, deskMessages(slack, id)]),
    ),
    ephemerals: workspace.ephemerals.shownTo(person.id),
    views: deskViews(slack, person),
    shortcuts: deskShortcuts(slack),
  };
}

export function maySee(channel: Channel, person: Person): boolean {
  return !channel.is_private || channel.members.includes(person.id);
}

/** A channel as the sidebar and the channel's own header show it. */
export function deskChannel(slack: Slack, channel: Channel, person: Person) {
  const { id, is_private, is_im, is_archived, members } = channel;
  return {
    id,
    name: channel.name || otherName(slack, channel, person),
    is_private,
    is_im,
    is_archived,
    members,
    topic: channel.topic.value,
    purpose: channel.purpose.value,
    pins: slack.workspace.pins.in(id).map((message) => message.ts),
  };
}

/** Everything in a channel, thread replies too, oldest first. */
export function deskMessages({ workspace }: Slack, channel: string) {
  return workspace.messages.inChannel(channel)
    .map((message) => shownMessage(workspace, message));
}

/** A person's open modals, the top one last. */
export function deskViews({ workspace, views }: Slack, person: Person) {
  return views.stack(person.id).map((view) => shownView(workspace, view));
}

/** The `/` menu. What needs values that only a button gives is no use there. */
export function deskShortcuts({ triggers }: Slack) {
  return triggers.all()
    .filter(({ definition }) =>
      definition.type === "shortcut" &&
      !Object.values(definition.inputs).some((input) => input.customizable)
    )
    .map(({ id, definition }) => ({
      name: definition.name,
      description: definition.description ?? "",
      trigger_id: id,
    }));
}

/** What ran, newest first: workflow runs, functions, triggers that were pulled. */
export function runLog({ runs, executions, automation }: Slack) {
  const latest = <Row>(rows: Row[]) => rows.slice(-LATEST).reverse();
  return {
    runs: latest(runs.all()),
    executions: latest(executions.all()),
    firings: latest(automation.firings()),
  };
}

function otherName(slack: Slack, channel: Channel, person: Person): string {
  const other = channel.members.find((member) => member !== person.id) ?? "";
  return slack.workspace.people.get(other)?.real_name ?? "";
}
