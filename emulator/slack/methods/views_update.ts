import * as z from "zod/mini";
import { json, text } from "../args.ts";
import { defineMethod, refuse } from "../method.ts";
import { readViewSpec } from "../view_spec.ts";
import { shownView } from "../views.ts";

export const viewsUpdate = defineMethod({
  name: "views.update",
  tier: 4,
  actor: "bot",
  args: z.object({
    view_id: z.optional(text),
    external_id: z.optional(text),
    hash: z.optional(text),
    view: json(z.unknown()),
  }),
  run({ workspace, views }, args) {
    const spec = readViewSpec(args.view);
    const view = args.view_id
      ? views.get(args.view_id)
      : views.byExternalId(args.external_id ?? "");
    if (!view) return refuse("not_found");
    return { view: shownView(workspace, views.update(view, spec, args.hash)) };
  },
});
