import * as z from "zod/mini";
import { json, text } from "../args.ts";
import { defineMethod, refuse } from "../method.ts";
import { readViewSpec } from "../view_spec.ts";
import { shownView } from "../views.ts";

/** Only what happened in an open modal can lay another one on it. */
export const viewsPush = defineMethod({
  name: "views.push",
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
    const interaction = pointers.exchange(pointer);
    const below = views.get(interaction.view_id ?? "");
    if (!below) return refuse("invalid_trigger_id");
    const view = views.push(spec, {
      shown_to: interaction.user_id,
      channel_id: below.channel_id,
      execution_id: caller.execution_id ?? below.execution_id,
    });
    return { view: shownView(workspace, view) };
  },
});
