import * as z from "zod/mini";
import { json, text } from "../args.ts";
import { defineMethod, refuse } from "../method.ts";
import { readViewSpec } from "../view_spec.ts";
import { shownView } from "../views.ts";

export const viewsOpen = defineMethod({
  name: "views.open",
  tier: 4,
  actor: "bot",
  args: z.object({
    interactivity_pointer: z.optional(text),
    trigger_id: z.optional(text),
    view: json(z.unknown()),
  }),
  run({ workspace, views, pointers, caller }, args) {
    const spec = readViewSpec(args.view);
    const pointer = args.interactivity_pointer ?? args.trigger_id;
    if (!pointer) return refuse("invalid_arguments");
    const { user_id, channel_id } = pointers.exchange(pointer);
    const view = views.open(spec, {
      shown_to: user_id,
      channel_id,
      execution_id: caller.execution_id ?? "",
    });
    return { view: shownView(workspace, view) };
  },
});
