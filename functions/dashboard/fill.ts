import { Outage, Refusal } from "../../bridge/refusal.ts";
import {
  loadingView,
  troubleView,
  type View,
} from "../../bridge/slack/views/modal.ts";
import { carriedOut } from "../carried_out.ts";
import { windows } from "../ends.ts";

type Context = Parameters<typeof windows>[0];

const TRY_AGAIN =
  "Slack or Twilio does not answer just now. Nothing was changed: please close this and try again in a minute.";

/** Fills an open modal with the view that `make` makes; where that fails, the modal says so. */
export async function fill(
  context: Context,
  id: string,
  make: () => Promise<View>,
  hash?: string,
): Promise<void> {
  await windows(context).update(id, await made(make), hash);
}

/** Opens a modal at once, since a pointer lives for 3 seconds only, and then fills it. */
export async function openFilled(
  context: Context,
  pointer: string,
  title: string,
  make: () => Promise<View>,
): Promise<void> {
  await carriedOut(async () => {
    const id = await windows(context).open(pointer, loadingView(title));
    await fill(context, id, make);
  });
}

/** Opens a modal on top at once, since the pointer to a click lives for 3 seconds only, and then fills it. */
export async function pushFilled(
  context: Context & {
    body: { interactivity: { interactivity_pointer: string } };
  },
  title: string,
  make: () => Promise<View>,
): Promise<void> {
  const { interactivity_pointer: pointer } = context.body.interactivity;
  await carriedOut(async () => {
    const id = await windows(context).push(pointer, loadingView(title));
    await fill(context, id, make);
  });
}

/** The view that `make` makes, or one that says why it cannot be made. */
export async function made(make: () => Promise<View>): Promise<View> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof Refusal) return troubleView(error.sentence);
    if (!(error instanceof Outage)) throw error;
    console.error(error.message);
    return troubleView(TRY_AGAIN);
  }
}
