import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { type Address, readAddress, writeAddress } from "./address.ts";
import { DeskContext } from "./desk.ts";
import type { Feed, Snapshot } from "./feed.ts";
import { Icon } from "./icon.tsx";
import { Inspector } from "./inspector/inspector.tsx";
import { useNarrow } from "./narrow.ts";
import { Phones } from "./phones/phones.tsx";
import { SlackWindow } from "./slack/slack_window.tsx";
import { Teller } from "./story/teller.tsx";
import { useTrouble } from "./trouble.tsx";
import { useBuiltDesk } from "./use_desk.ts";

function useSnapshot(feed: Feed): Snapshot {
  const [snapshot, setSnapshot] = useState(feed.snapshot);
  useEffect(() => {
    const follow = () => setSnapshot(feed.snapshot);
    // Something may have come between the first drawing and now.
    follow();
    return feed.subscribe(follow);
  }, [feed]);
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
  const [written, go] = useAddress();
  const [inspecting, setInspecting] = useState(false);
  const trouble = useTrouble();
  const narrow = useNarrow();

  const known = workspace?.people.some(({ id }) => id === written.person);
  const person = known ? written.person : workspace?.people[0]?.id ?? "";
  const channel = state?.channels.some(({ id }) => id === written.channel)
    ? written.channel
    : workspace?.lines[0]?.channel_id ?? state?.channels[0]?.id ?? "";
  const address = useMemo(() => ({ ...written, person, channel }), [
    written,
    person,
    channel,
  ]);
  useEffect(() => feed.look(person), [person]);
  const desk = useBuiltDesk(workspace, state, address, go, trouble);

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
        alone={narrow && address.tab === "phones"}
        trouble={trouble}
      >
        <Teller turnTo={(tab) => go({ tab })} />
        <button
          type="button"
          aria-expanded={inspecting}
          onClick={() => setInspecting(!inspecting)}
        >
          <Icon name="pulse" /> Inspector
        </button>
      </Phones>
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
