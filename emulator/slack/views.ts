import type { Collection } from "../store.ts";
import { elementsOf, withIds } from "./block_kit/block_ids.ts";
import { isStateful, untouched } from "./block_kit/element_state.ts";
import type { Part } from "./block_kit/faults.ts";
import { refuse } from "./refusal.ts";
import type { ViewSpec } from "./view_spec.ts";
import type { Workspace } from "./workspace.ts";

/** Modals that can lie on one another. */
const DEPTH = 3;

/** An open modal. */
export interface View extends ViewSpec {
  id: string;
  root_view_id: string;
  previous_view_id: string | null;
  hash: string;
  /** Who looks at it. */
  shown_to: string;
  /** The channel it was opened from. */
  channel_id: string | null;
  /** Whose handlers it belongs to. */
  execution_id: string;
  /** What was typed and chosen, by block and action. */
  touched: Record<string, Record<string, Part>>;
}

/** The modals that people have open, each person's in a stack. */
export class Views {
  readonly #rows: Collection<View>;

  constructor(private readonly workspace: Workspace) {
    this.#rows = workspace.store.collection<View>("slack.views");
  }

  get(id: string): View | undefined {
    return this.#rows.get(id);
  }

  byExternalId(external_id: string): View | undefined {
    return this.#rows.all().find((view) => view.external_id === external_id);
  }

  /** A person's open modals, the top one last. */
  stack(user: string): View[] {
    return this.#rows.all().filter((view) => view.shown_to === user);
  }

  /** Opens a modal; one that was open goes away. */
  open(
    spec: ViewSpec,
    place: Pick<View, "shown_to" | "channel_id" | "execution_id">,
  ): View {
    this.#checkExternalId(spec);
    this.clear(place.shown_to);
    return this.#add(spec, place, null);
  }

  push(
    spec: ViewSpec,
    place: Pick<View, "shown_to" | "channel_id" | "execution_id">,
  ): View {
    this.#checkExternalId(spec);
    const stack = this.stack(place.shown_to);
    if (stack.length >= DEPTH) refuse("push_limit_reached");
    return this.#add(spec, place, stack.at(-1) ?? null);
  }

  /** What was typed stays where block and element keep their ids. */
  update(view: View, spec: ViewSpec, hash?: string): View {
    if (hash !== undefined && hash !== view.hash) refuse("hash_conflict");
    const touched = view.touched;
    for (const key of OPTIONAL) delete view[key];
    Object.assign(view, spec, {
      blocks: withIds(spec.blocks, this.workspace.ids),
      hash: this.#hash(),
      touched: {},
    });
    for (const block of view.blocks) {
      for (const element of elementsOf(block)) {
        const block_id = String(block.block_id);
        const action_id = String(element.action_id);
        const kept = touched[block_id]?.[action_id];
        if (kept?.type === element.type && kept) {
          this.#touch(view, block_id, action_id, kept);
        }
      }
    }
    this.#save(view, "changed");
    return view;
  }

  touch(view: View, block_id: string, action_id: string, state: Part): void {
    this.#touch(view, block_id, action_id, state);
    this.#rows.put(view.id, view);
  }

  remove(view: View): void {
    this.#rows.delete(view.id);
    this.#tell(view, "removed");
  }

  /** Closes every modal of one person. */
  clear(user: string): void {
    for (const view of this.stack(user)) this.remove(view);
  }

  #add(
    spec: ViewSpec,
    place: Pick<View, "shown_to" | "channel_id" | "execution_id">,
    previous: View | null,
  ): View {
    const id = this.workspace.ids.slack("V");
    const view: View = {
      ...spec,
      blocks: withIds(spec.blocks, this.workspace.ids),
      id,
      root_view_id: previous?.root_view_id ?? id,
      previous_view_id: previous?.id ?? null,
      hash: this.#hash(),
      ...place,
      touched: {},
    };
    this.#save(view, "opened");
    return view;
  }

  #touch(view: View, block_id: string, action_id: string, state: Part): void {
    (view.touched[block_id] ??= {})[action_id] = state;
  }

  #hash(): string {
    const { clock, ids } = this.workspace;
    return `${Math.floor(clock.now() / 1000)}.${ids.hex(8)}`;
  }

  #checkExternalId(spec: ViewSpec): void {
    if (spec.external_id && this.byExternalId(spec.external_id)) {
      refuse("duplicate_external_id");
    }
  }

  #save(view: View, action: string): void {
    this.#rows.put(view.id, view);
    this.#tell(view, action);
  }

  #tell(view: View, action: string): void {
    this.workspace.changes.emit({
      kind: "view",
      action,
      id: view.id,
      user_id: view.shown_to,
    });
  }
}

const OPTIONAL = [
  "submit",
  "close",
  "callback_id",
  "private_metadata",
  "external_id",
  "clear_on_close",
  "notify_on_close",
  "submit_disabled",
] as const;

/** `view.state.values`: every stateful element, touched or not. */
export function stateOf(view: View): Record<string, Record<string, Part>> {
  const values: Record<string, Record<string, Part>> = {};
  for (const block of view.blocks) {
    for (const element of elementsOf(block)) {
      if (!isStateful(element)) continue;
      const block_id = String(block.block_id);
      const action_id = String(element.action_id);
      (values[block_id] ??= {})[action_id] =
        view.touched[block_id]?.[action_id] ??
          untouched(element, view.channel_id);
    }
  }
  return values;
}

/** A modal as API answers and events show it. */
export function shownView(
  workspace: Workspace,
  view: View,
): Record<string, unknown> {
  return {
    id: view.id,
    team_id: workspace.team.id,
    type: "modal",
    title: view.title,
    submit: view.submit ?? null,
    close: view.close ?? null,
    blocks: view.blocks,
    private_metadata: view.private_metadata ?? "",
    callback_id: view.callback_id ?? "",
    external_id: view.external_id ?? "",
    state: { values: stateOf(view) },
    hash: view.hash,
    clear_on_close: view.clear_on_close ?? false,
    notify_on_close: view.notify_on_close ?? false,
    submit_disabled: view.submit_disabled ?? false,
    root_view_id: view.root_view_id,
    previous_view_id: view.previous_view_id,
    app_id: workspace.app_id,
    app_installed_team_id: workspace.team.id,
    bot_id: workspace.bot.id,
  };
}
