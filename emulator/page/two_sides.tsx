import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import {
  type Address,
  readAddress,
  readSlackLink,
  writeAddress,
} from "./address.ts";
import { type Desk, DeskContext } from "./desk.ts";
import type { Feed, Snapshot } from "./feed.ts";
import { callSlack, send, Unanswered } from "./http.ts";
import { Inspector } from "./inspector/inspector.tsx";
import { Phones } from "./phones/phones.tsx";
import { SlackWindow } from "./slack/slack_window.tsx";
import { useTrouble } from "./trouble.tsx";

function useSnapshot(feed: Feed): Snapshot {
  const [snapshot, setSnapshot] = useState(feed.snapshot);
  useEffect(() => feed.subscribe(() => setSnapshot(feed.snapshot)), [feed]);
  return snapshot;
}

function useAddress(): [Address, (to: Partial<Address>) => void] {
  const [address, setAddress] = useState(() => readAddress(location.hash));
  useEffect(() => {
    const follow = () => setAddress(readAddress(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return [address, (to) => {
    const next = { ...readAddress(location.hash), ...to };
    history.replaceState(null, "", writeAddress(next));
    setAddress(next);
  }];
}

/** Slack on one side, phones on the other. */
export function TwoSides({ feed }: { feed: Feed }): JSX.Element {
  const { workspace, desk: state, texts, connected, tick } = useSnapshot(feed);
  const [address, go] = useAddress();
  const [inspecting, setInspecting] = useState(false);
  const trouble = useTrouble();

  const known = workspace?.people.some(({ id }) => id === address.person);
  const person = known ? address.person : workspace?.people[0]?.id ?? "";
  const channel = state?.channels.some(({ id }) => id === address.channel)
    ? address.channel
    : workspace?.lines[0]?.channel_id ?? state?.channels[0]?.id ?? "";
  useEffect(() => feed.look(person), [person]);

  const desk = useMemo((): Desk | null => {
    if (!workspace || !state) return null;
    const token = workspace.people.find(({ id }) => id === state.me)?.token;
    async function post<T>(
      path: string,
      body: Record<string, unknown>,
    ): Promise<T | null> {
      try {
        return await send<T>("POST", path, body);
      } catch (error) {
        if (!(error instanceof Unanswered)) throw error;
        trouble.tell(error.message);
        return null;
      }
    }
    return {
      state,
      workspace,
      address: { ...address, person, channel },
      go,
      call: (method, args) =>
        trouble.attempt(() => callSlack(token ?? "", method, args)),
      post,
      follow(url) {
        const link = readSlackLink(url);
        if (link?.kind === "message") go({ ...link.to, tab: "slack" });
        if (link?.kind === "shortcut") {
          void post(`/desk/shortcuts/${link.triggerId}`, {
            user_id: state.me,
            channel_id: channel,
          });
        }
        return link !== null;
      },
    };
  }, [workspace, state, address, person, channel]);

  if (!desk || !workspace) {
    return <p class="starting" role="status">Starting…</p>;
  }
  return (
    <div class={`page tab-${address.tab}`}>
      <nav class="tabs" aria-label="Side">
        {(["slack", "phones"] as const).map((tab) => (
          <button
            key={tab}
            type="button"
            aria-pressed={address.tab === tab}
            onClick={() => go({ tab })}
          >
            {tab === "slack" ? "Slack" : "Phones"}
          </button>
        ))}
      </nav>
      <DeskContext.Provider value={desk}>
        <SlackWindow />
      </DeskContext.Provider>
      <Phones
        workspace={workspace}
        texts={texts}
        attempt={trouble.attempt}
        inspecting={inspecting}
        onInspect={() => setInspecting(!inspecting)}
      />
      {inspecting && (
        <Inspector
          tick={tick}
          onClose={() => setInspecting(false)}
        />
      )}
      {!connected && (
        <p class="offline" role="status">Not connected. Trying again…</p>
      )}
      {trouble.shown}
    </div>
  );
}
