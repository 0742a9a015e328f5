import { lineBoard } from "../../bridge/lines/line_board.ts";
import { changeAsked, connectAsked } from "../../bridge/lines/line_forms.ts";
import { pointLine } from "../../bridge/lines/point_line.ts";
import { takeOffLine } from "../../bridge/lines/take_off_line.ts";
import { Refusal } from "../../bridge/refusal.ts";
import {
  connectForm,
  readConnectForm,
  type Under,
} from "../../bridge/slack/views/connect_form.ts";
import { dashboardView } from "../../bridge/slack/views/dashboard.ts";
import {
  lineBoardView,
  LINES_TITLE,
} from "../../bridge/slack/views/line_board.ts";
import {
  lineForm,
  pointView,
  readLineForm,
  readLineMemory,
} from "../../bridge/slack/views/line_form.ts";
import { doneView } from "../../bridge/slack/views/modal.ts";
import { isE164 } from "../../bridge/sms/e164.ts";
import { overview } from "../../bridge/team/overview.ts";
import { carriedOut } from "../carried_out.ts";
import { ends, windows } from "../ends.ts";
import type { Dashboard } from "./dashboard.ts";
import { fill, pushFilled } from "./fill.ts";

type Context = Parameters<typeof ends>[0] & {
  body: { user: { id: string } };
};

/** Hears Lines & channels, and what is done to lines there. */
export function hearLines(dashboard: Dashboard): void {
  dashboard.addBlockActionsHandler(
    "lines",
    (context) => pushFilled(context, LINES_TITLE, () => board(context)),
  );
  dashboard.addBlockActionsHandler(
    ["board_page_back", "board_page_on"],
    async (context) => {
      const { action, body: { view } } = context;
      if (!view) return;
      const turn = () => board(context, Number(action.value) || 0);
      await carriedOut(() => fill(context, view.id, turn, view.hash));
    },
  );
  dashboard.addBlockActionsHandler(
    ["connect_line", "connect_this_line"],
    async (context) => {
      const { interactivity, view } = context.body;
      if (!view) return;
      const kind = view.callback_id === "line_board" ? "board" : "dashboard";
      const number = context.action.value || undefined;
      const under = { id: view.id, kind } as const;
      const form = connectForm(context.inputs.channel_id, under, number);
      const { interactivity_pointer: pointer } = interactivity;
      await carriedOut(() => windows(context).push(pointer, form));
    },
  );
  dashboard.addViewSubmissionHandler("connect_form", async (context) => {
    const { under, ...typed } = readConnectForm(context.view);
    const by = context.body.user.id;
    const connected = await connectAsked(ends(context), typed, by);
    if ("errors" in connected) {
      return { response_action: "errors", ...connected };
    }
    const { line } = connected;
    await refresh(context, under, `${line.number} is connected.`);
    if (line.rings === "here") return;
    return { response_action: "update", view: pointView(line, under) };
  });
  dashboard.addBlockActionsHandler("manage_line", async (context) => {
    const { action: { value: number }, body: { view } } = context;
    if (!view) return;
    const under = { id: view.id, kind: "board" } as const;
    await pushFilled(context, "Line", async () => {
      const { lines } = await lineBoard(ends(context), context.body.user.id);
      const found = lines.find((each) => each.number === number);
      if (found?.opening) return lineForm(found, under);
      throw new Refusal(
        "This line is not connected any more: somebody has taken it off meanwhile.",
        "Close this and look at the list again.",
      );
    });
  });
  dashboard.addViewSubmissionHandler("line_form", async (context) => {
    const { view, body: { user } } = context;
    const { number, under } = readLineMemory(view.private_metadata);
    if (!isE164(number)) return;
    const typed = readLineForm(view.state.values);
    const changed = await changeAsked(ends(context), number, typed, user.id);
    if ("errors" in changed) return { response_action: "errors", ...changed };
    await refresh(context, under, `${number} is saved.`);
  });
  dashboard.addBlockActionsHandler(
    ["point_line", "take_off_line"],
    async (context) => {
      const { action: { action_id }, body: { user, view } } = context;
      if (!view) return;
      const memory = readLineMemory(view.private_metadata);
      const { number, rings, under } = memory;
      if (!isE164(number)) return;
      await carriedOut(async () => {
        await fill(context, view.id, async () => {
          if (action_id === "take_off_line") {
            await takeOffLine(ends(context), number, user.id);
            return doneView("Line", `${number} is taken off.`);
          }
          await pointLine(ends(context), number, rings, user.id);
          return doneView("Line", `Texts to ${number} come here from now on.`);
        });
        await refresh(context, under);
      });
    },
  );
}

/** Brings what lies under a form up to date: what has been done must not fail for that. */
export async function refresh(
  context: Context,
  { id, kind }: Under,
  said?: string,
): Promise<void> {
  await carriedOut(() =>
    fill(context, id, async () => {
      if (kind === "board") return await board(context, 0, said);
      const both = ends(context);
      return dashboardView(await overview(both), both.clock.now());
    })
  );
}

async function board(context: Context, page = 0, said?: string) {
  const seen = await lineBoard(ends(context), context.body.user.id);
  return lineBoardView(seen, page, said);
}
