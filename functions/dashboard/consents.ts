import { ledgerPage } from "../../bridge/consent/consent_ledger.ts";
import { orderExport } from "../../bridge/exports/order_export.ts";
import {
  ledgerView,
  readLedgerSearch,
} from "../../bridge/slack/views/consent_ledger.ts";
import { allEnds } from "../all_ends.ts";
import { carriedOut } from "../carried_out.ts";
import type { Dashboard } from "./dashboard.ts";
import { fill, made, pushFilled } from "./fill.ts";

/** Hears what is asked of the record of consent. */
export function hearConsents(dashboard: Dashboard): void {
  dashboard.addBlockActionsHandler("consents", async (context) => {
    const open = async () => ledgerView(await ledgerPage(allEnds(context), ""));
    await pushFilled(context, "Consent", open);
  });
  dashboard.addBlockActionsHandler("consent_search", async (context) => {
    const { view } = context.body;
    if (!view) return;
    const search = readLedgerSearch(view.state.values);
    const look = async () =>
      ledgerView(await ledgerPage(allEnds(context), search));
    await carriedOut(() => fill(context, view.id, look, view.hash));
  });
  dashboard.addViewSubmissionHandler("consent_ledger", async (context) => {
    const search = readLedgerSearch(context.view.state.values);
    const view = await made(async () =>
      ledgerView(await ledgerPage(allEnds(context), search))
    );
    return { response_action: "update", view };
  });
  dashboard.addBlockActionsHandler("export_consents", async (context) => {
    const { view, user } = context.body;
    if (!view) return;
    const search = readLedgerSearch(view.state.values);
    const hand = async () => {
      await orderExport(allEnds(context), "consent", user.id);
      const page = await ledgerPage(allEnds(context), search);
      return ledgerView(
        page,
        "The file is being made: it comes as a message from Clerk in a minute.",
      );
    };
    await carriedOut(() => fill(context, view.id, hand));
  });
}
