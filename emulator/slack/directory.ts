import type { Directory } from "./block_kit/element_state.ts";
import type { Workspace } from "./workspace.ts";

/** Finds the channels and people of a workspace by what a person calls them. */
export function directoryOf({ channels, people }: Workspace): Directory {
  return {
    channel: (words) => (channels.get(words) ?? channels.byName(words))?.id,
    user: (words) => people.find(words)?.id,
  };
}
