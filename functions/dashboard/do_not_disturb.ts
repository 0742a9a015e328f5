import { blockedTexts } from "../../bridge/consent/block_texts.ts";
import { nameOf } from "../../bridge/consent/do_not_disturb.ts";
import {
  disturbAgainAsked,
  disturbAsked,
} from "../../bridge/consent/do_not_disturb_forms.ts";
import { listPage } from "../../bridge/consent/do_not_disturb_list.ts";
import {
  addForm,
  listIn,
  readDoNotDisturbForm,
} from "../../bridge/slack/views/do_not_disturb_form.ts";
import {
  blockedView,
  listView,
  pageIn,
} from "../../bridge/slack/views/do_not_disturb_list.ts";
import { isE164 } from "../../bridge/sms/e164.ts";
import { carriedOut } from "../carried_out.ts";
import { ends, windows } from "../ends.ts";
import type { Dashboard } from "./dashboard.ts";
import { fill, pushFilled } from "./fill.ts";

/** Hears what is done to the Do Not Disturb list. */
export function hearDoNotDisturb(dashboard: Dashboard): void {
  dashboard.addBlockActionsHandler("do_not_disturb", async (context) => {
    const open = async () => listView(await listPage(ends(context), 0));
    await pushFilled(context, "Do Not Disturb", open);
  });
  dashboard.addBlockActionsHandler(
    ["dnd_newer", "dnd_older"],
    async (context) => {
      const { action, body: { view } } = context;
      if (!view) return;
      const turn = async () =>
        listView(await listPage(ends(context), Number(action.value) || 0));
      await carriedOut(() => fill(context, view.id, turn, view.hash));
    },
  );
  dashboard.addBlockActionsHandler("dnd_review", async (context) => {
    const contact = String(context.action.value);
    if (!isE164(contact)) return;
    await pushFilled(context, "Blocked texts", async () => {
      const { standing, texts } = await blockedTexts(ends(context), contact);
      return blockedView(nameOf(standing), texts);
    });
  });
  dashboard.addBlockActionsHandler("dnd_remove", async (context) => {
    const { action, body: { view } } = context;
    const contact = String(action.value);
    if (!view || !isE164(contact)) return;
    await carriedOut(() =>
      fill(context, view.id, async () => {
        const said = await disturbAgainAsked(ends(context), contact);
        const page = await listPage(
          ends(context),
          pageIn(view.private_metadata),
        );
        return listView(page, said ?? "They are off the list.");
      })
    );
  });
  dashboard.addBlockActionsHandler("dnd_add", async (context) => {
    const { interactivity, view } = context.body;
    if (!view) return;
    const { interactivity_pointer: pointer } = interactivity;
    await carriedOut(() => windows(context).push(pointer, addForm(view.id)));
  });
  dashboard.addViewSubmissionHandler("dnd_add_form", async (context) => {
    const { view, body, inputs } = context;
    const typed = readDoNotDisturbForm(view.state.values);
    const asked = { ...typed, channel: inputs.channel_id };
    const added = await disturbAsked(ends(context), asked, body.user.id);
    if ("errors" in added) return { response_action: "errors", ...added };
    const list = async () => listView(await listPage(ends(context), 0));
    const id = listIn(view.private_metadata);
    await carriedOut(() => fill(context, id, list));
  });
}
