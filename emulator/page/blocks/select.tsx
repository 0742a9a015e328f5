import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { Avatar } from "../avatar.tsx";
import {
  channelById,
  type Desk,
  personById,
  shownName,
  useDesk,
} from "../desk.ts";
import { Icon } from "../icon.tsx";
import type { Option, OptionGroup, SelectElement } from "./block_kit.ts";
import { type Choice, Combobox } from "./combobox.tsx";
import type { Labelling } from "./labelling.ts";
import { useSurface } from "./surface.ts";
import { plainText } from "./text.tsx";
import { useConfirmed } from "./use_confirmed.tsx";

function choiceOf(option: Option, group?: string): Choice {
  return {
    value: option.value,
    text: plainText(option.text),
    description: option.description && plainText(option.description),
    group,
  };
}

function choicesOfGroups(groups: OptionGroup[]): Choice[] {
  return groups.flatMap(({ label, options }) =>
    options.map((option) => choiceOf(option, plainText(label) || undefined))
  );
}

function peopleChoices(desk: Desk): Choice[] {
  return desk.state.people.map((person) => ({
    value: person.id,
    text: shownName(person),
    mark: <Avatar id={person.id} name={shownName(person)} size={20} />,
  }));
}

function channelChoices(desk: Desk, kinds: string[] | undefined): Choice[] {
  return desk.state.channels
    .filter((one) => !one.is_archived)
    .filter((one) =>
      !kinds || kinds.includes(one.is_private ? "private" : "public")
    )
    .map((channel) => ({
      value: channel.id,
      text: channel.name,
      mark: <Icon name={channel.is_private ? "lock" : "hash"} />,
    }));
}

function choicesFor(desk: Desk, element: SelectElement): Choice[] {
  if (element.type.endsWith("users_select")) return peopleChoices(desk);
  // Slack's channels_select offers public channels only.
  if (element.type.endsWith("channels_select")) {
    return channelChoices(desk, ["public"]);
  }
  if (element.type.endsWith("conversations_select")) {
    return channelChoices(desk, element.filter?.include);
  }
  return [
    ...(element.options ?? []).map((option) => choiceOf(option)),
    ...choicesOfGroups(element.option_groups ?? []),
  ];
}

/** Every select of Block Kit, single or multi. */
export function Select(
  { element, blockId, dispatches, labelling }: {
    element: SelectElement;
    blockId: string;
    dispatches: boolean;
    labelling: Labelling;
  },
): JSX.Element {
  const desk = useDesk();
  const surface = useSurface();
  const place = { blockId, actionId: element.action_id };
  const { ask, dialog } = useConfirmed(element.confirm);
  const [suggested, setSuggested] = useState<Choice[]>([]);
  const [asking, setAsking] = useState(false);
  const asked = useRef("");
  const pending = useRef<string[] | null>(null);

  const external = element.type.endsWith("external_select");
  // Slack asks from the third character on unless told otherwise.
  const shortest = element.min_query_length ?? 3;
  const many = element.type.startsWith("multi_");
  const held = surface.valueOf(place);
  const chosen = Array.isArray(held) ? held : held === null ? [] : [held];
  const choices = external ? suggested : choicesFor(desk, element);
  const initial = [element.initial_option, ...element.initial_options ?? []]
    .flatMap((option) => option ? [choiceOf(option)] : []);

  function nameOf(value: string): string {
    const person = personById(desk, value);
    const option = surface.suggested(place, value);
    return [...choices, ...initial].find((one) => one.value === value)?.text ??
      (option ? plainText(option.text) : undefined) ??
      (person ? shownName(person) : channelById(desk, value)?.name ?? value);
  }

  async function search(typed: string) {
    asked.current = typed;
    const enough = typed.length >= shortest;
    setAsking(enough);
    if (!enough) return setSuggested([]);
    const groups = await surface.suggest(place, typed);
    if (asked.current !== typed) return;
    setAsking(false);
    setSuggested(choicesOfGroups(groups));
  }

  function act(value: string | string[] | null) {
    pending.current = null;
    if (dispatches) void surface.act(place, value);
  }

  /** Of several, the app hears when the list closes, as in Slack. */
  function choose(next: string[], open: boolean) {
    const most = element.max_selected_items ?? Infinity;
    const value = many ? next.slice(0, most) : next[0] ?? null;
    ask(() => {
      surface.hold(place, value);
      if (open) pending.current = next.slice(0, most);
      else act(value);
    });
  }

  return (
    <>
      <Combobox
        choices={choices}
        chosen={chosen}
        many={many}
        placeholder={element.placeholder
          ? plainText(element.placeholder)
          : "Select an option"}
        emptyWords={asking
          ? "Loading…"
          : asked.current.length < shortest && external
          ? "Type to search"
          : undefined}
        labelling={labelling}
        focused={element.focus_on_load}
        nameOf={nameOf}
        onSearch={external ? (typed) => void search(typed) : undefined}
        onChoose={choose}
        onClosed={() => pending.current && act(pending.current)}
      />
      {dialog}
    </>
  );
}
