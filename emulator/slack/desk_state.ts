import type { Channel } from "./channels.ts";
import type { Person } from "./people.ts";
import { shownMessage } from "./shown_message.ts";
import type { Slack } from "./slack.ts";
import { shownView } from "./views.ts";

/** Runs and executions that an inspector is shown, the latest of them. */
const LATEST = 200;

/** Everything that Slack's client shows one person. */
export function deskState(slack: Slack, person: Person) {
  const { workspace, views, triggers } = slack;
  const channels = workspace.channels.all().filter((channel) =>
    !channel.is_private || channel.members.includes(person.id)
  );
  return {
    me: person.id,
    people: workspace.people.all().map(({ id, name, real_name, is_bot }) => ({
      id,
      name,
      real_name,
      is_bot,
    })),
    channels: channels.map((channel) => ({
      id: channel.id,
      name: channel.name || otherName(slack, channel, person),
      is_private: channel.is_private,
      is_im: channel.is_im,
      is_archived: channel.is_archived,
      members: channel.members,
      pins: workspace.pins.in(channel.id).map((message) => message.ts),
    })),
    messages: Object.fromEntries(
      channels.map(({ id }) => [
        id,
        workspace.messages.inChannel(id)
          .map((message) => shownMessage(workspace, message)),
      ]),
    ),
    ephemerals: workspace.ephemerals.shownTo(person.id),
    views: views.stack(person.id).map((view) => shownView(workspace, view)),
    shortcuts: triggers.all()
      .filter(({ definition }) => definition.type === "shortcut")
      .filter(({ definition }) =>
        // What needs values that only a button gives is no use in the `/` menu.
        !Object.values(definition.inputs).some((input) => input.customizable)
      )
      .map(({ id, definition }) => ({
        name: definition.name,
        description: definition.description ?? "",
        trigger_id: id,
      })),
  };
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
