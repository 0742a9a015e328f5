import { useMemo } from "preact/hooks";
import type { Address } from "./address.ts";
import { readSlackLink } from "./address.ts";
import type { Desk } from "./desk.ts";
import type { DeskState, Workspace } from "./desk_state.ts";
import { callSlack, send, Unanswered, upload } from "./http.ts";
import type { Trouble } from "./trouble.tsx";

/** Builds what the Slack side needs of what is known; null until enough is. */
export function useBuiltDesk(
  workspace: Workspace | null,
  state: DeskState | null,
  address: Address,
  go: Desk["go"],
  trouble: Trouble,
): Desk | null {
  return useMemo(() => {
    if (!workspace || !state) return null;
    const token = workspace.people.find(({ id }) => id === state.me)?.token ??
      "";
    const tried = async <T>(deed: () => Promise<T>): Promise<T | null> => {
      try {
        return await deed();
      } catch (error) {
        if (!(error instanceof Unanswered)) throw error;
        trouble.tell(error.message);
        return null;
      }
    };
    const post: Desk["post"] = (path, body) =>
      tried(() => send("POST", path, body));
    return {
      state,
      workspace,
      address,
      go,
      post,
      call: (method, args) =>
        trouble.attempt(() => callSlack(token, method, args)),
      upload: (files) => tried(() => upload(token, files)),
      follow(url) {
        const link = readSlackLink(url);
        if (link?.kind === "message") go({ ...link.to, tab: "slack" });
        if (link?.kind === "shortcut") {
          void post(`/desk/shortcuts/${link.triggerId}`, {
            user_id: state.me,
            channel_id: address.channel,
          });
        }
        return link !== null;
      },
    };
  }, [workspace, state, address]);
}
