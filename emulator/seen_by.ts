import type { Carrier } from "./carrier/carrier.ts";
import { shownText, textsOf } from "./carrier/handsets.ts";
import type { Change } from "./change.ts";
import { deskPatch } from "./slack/desk_patch.ts";
import { deskState } from "./slack/desk_state.ts";
import type { Slack } from "./slack/slack.ts";

/** What is to be seen in front of the two sides: Slack as one person has it, and every phone. */
export interface Sight {
  state(): unknown;
  /** What one change alters of it; null for nothing. */
  patch(change: Change): unknown;
}

/** The sight of the person of this id; undefined when there is nobody of that id. */
export function seenBy(
  slack: Slack,
  carrier: Carrier,
  user_id: string,
): Sight | undefined {
  const person = slack.workspace.people.get(user_id);
  if (!person) return undefined;
  return {
    state: () => ({
      desk: deskState(slack, person),
      phones: carrier.phones(),
      texts: Object.fromEntries(
        carrier.phones().map(({ number }) => [
          number,
          textsOf(carrier, number),
        ]),
      ),
    }),
    patch(change) {
      if (change.kind === "call") return null;
      if (change.kind !== "phone") return deskPatch(slack, person, change);
      const message = carrier.messages.get(change.sid ?? "");
      return {
        phone: carrier.phone(change.number),
        ...(message && {
          text: { number: change.number, shown: shownText(message) },
        }),
      };
    },
  };
}
