import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Option, OptionGroup } from "./block_kit.ts";
import type { FieldValue } from "./field_value.ts";

/** Where an element stands: its block and itself, by Slack's ids. */
export interface Place {
  blockId: string;
  actionId: string;
}

/** What blocks stand on (a message or a modal): it keeps what fields hold and carries actions to the app. */
export interface Surface {
  valueOf(place: Place): FieldValue;
  hold(place: Place, value: FieldValue): void;
  /** Resolves when the app has dealt with it, or could not be reached. */
  act(place: Place, value: FieldValue): Promise<void>;
  /** Asks the app for the options of an external select. */
  suggest(place: Place, typed: string): Promise<OptionGroup[]>;
  /** An option that is not in the blocks: one that the app suggested and that may be chosen now. */
  suggested(place: Place, value: string): Option | undefined;
}

export const SurfaceContext = createContext<Surface | null>(null);

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (!surface) {
    throw new Error("A block was drawn outside a message or modal.");
  }
  return surface;
}
