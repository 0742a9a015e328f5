import { beginImport } from "../../bridge/contacts/begin_import.ts";
import { orderExport } from "../../bridge/exports/order_export.ts";
import {
  exportBegun,
  importBegun,
  importForm,
  readImportForm,
} from "../../bridge/slack/views/import_form.ts";
import { allEnds } from "../all_ends.ts";
import { carriedOut } from "../carried_out.ts";
import { windows } from "../ends.ts";
import type { Dashboard } from "./dashboard.ts";
import { pushFilled } from "./fill.ts";

/** Hears Import and Export, in the list of contacts. */
export function hearContactFiles(dashboard: Dashboard): void {
  dashboard.addBlockActionsHandler("import_contacts", async (context) => {
    const { interactivity_pointer: pointer } = context.body.interactivity;
    await carriedOut(() => windows(context).push(pointer, importForm()));
  });
  dashboard.addViewSubmissionHandler("import_form", async (context) => {
    const { view, body } = context;
    const typed = readImportForm(view.state.values);
    const asked = { ...typed, by: body.user.id, view: view.id };
    const begun = await beginImport(allEnds(context), asked);
    if ("errors" in begun) return { response_action: "errors", ...begun };
    return { response_action: "update", view: importBegun() };
  });
  dashboard.addBlockActionsHandler(
    "export_contacts",
    (context) =>
      pushFilled(context, "Export contacts", async () => {
        await orderExport(allEnds(context), "contacts", context.body.user.id);
        return exportBegun();
      }),
  );
}
