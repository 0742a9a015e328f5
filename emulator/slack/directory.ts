import type { Directory } from "./block_kit/element_state.ts";
import { shownFile } from "./shown_file.ts";
import type { Workspace } from "./workspace.ts";

/** Finds the channels and people of a workspace by what a person calls them. */
export function directoryOf(workspace: Workspace): Directory {
  const { channels, people, files } = workspace;
  return {
    channel: (words) => (channels.get(words) ?? channels.byName(words))?.id,
    user: (words) => people.find(words)?.id,
    file(id) {
      const file = files.get(id);
      return file?.complete ? shownFile(workspace, file) : undefined;
    },
  };
}
