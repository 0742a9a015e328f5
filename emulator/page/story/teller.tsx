import type { JSX } from "preact";
import { createPortal } from "preact/compat";
import { useEffect, useRef, useState } from "preact/hooks";
import { read } from "../http.ts";
import { Icon } from "../icon.tsx";
import { Player, type Scene } from "./player.ts";
import type { Side, Step } from "./step.ts";

/** How often it is looked where captions can be seen and pressed, in milliseconds. */
const looking = 150;

/** How fast stories are played: `?pace=10` in the page's address is ten times as fast as a person. */
function pace(): number {
  const given = Number(new URLSearchParams(location.search).get("pace"));
  return given > 0 ? given : 1;
}

/** What lies on top: nothing outside an open dialog can be seen well or pressed. */
function useTop(active: boolean): Element {
  const [top, setTop] = useState<Element>(document.body);
  useEffect(() => {
    if (!active) return;
    const look = () => {
      const open = [...document.querySelectorAll("dialog[open]")].at(-1);
      setTop(open ?? document.body);
    };
    const timer = setInterval(look, looking);
    return () => clearInterval(timer);
  }, [active]);
  return top.isConnected ? top : document.body;
}

/** A button that plays a story, where the emulator has one, and its captions. */
export function Teller(
  { turnTo }: { turnTo(side: Side): void },
): JSX.Element | null {
  const [steps, setSteps] = useState<Step[]>([]);
  const [scene, setScene] = useState<Scene | null>(null);
  const player = useRef<Player | null>(null);
  const top = useTop(scene !== null);

  useEffect(() => {
    read<Step[]>("/story").then(setSteps, () => {});
    return () => player.current?.stop();
  }, []);

  function play() {
    player.current?.stop();
    player.current = new Player(steps, pace(), turnTo, setScene);
    void player.current.play();
  }

  function end() {
    player.current?.stop();
    player.current = null;
    setScene(null);
  }

  if (steps.length === 0) return null;
  const paused = scene?.state === "paused";
  const under = scene?.state === "playing" || paused;
  return (
    <>
      <button type="button" onClick={play}>
        <Icon name="play" /> Story
      </button>
      {scene && createPortal(
        <section class="captions" aria-label="Story">
          <p role="status">{scene.caption}</p>
          {under && (
            <button
              type="button"
              onClick={() => player.current?.pause(!paused)}
            >
              <Icon name={paused ? "play" : "pause"} />
              {paused ? "Go on" : "Pause"}
            </button>
          )}
          <button type="button" onClick={end}>
            <Icon name={under ? "skip" : "close"} />
            {under ? "Skip" : "Close"}
          </button>
        </section>,
        top,
      )}
    </>
  );
}
