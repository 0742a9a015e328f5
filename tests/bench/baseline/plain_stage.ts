import type {
  FunctionModule,
  HandlerArgs,
} from "../../../emulator/slack/runtime/dispatch.ts";
import { ROOT } from "../../support/source_files.ts";
import { type Build, virtualStage } from "../../support/stage.ts";
import {
  handleInbound,
  handleMessage,
  readView,
  submit,
  updateStatus,
} from "./plain_design.ts";

/** The functions of the plain design, by callback id; the dashboard around the form is the product's own. */
async function functions(): Promise<Record<string, FunctionModule>> {
  const clerk: FunctionModule = await import(
    new URL("functions/clerk.ts", ROOT).href
  );
  const done = (work: (args: HandlerArgs) => Promise<object>) => ({
    default: async (args: HandlerArgs) => ({ outputs: await work(args) }),
  });
  return {
    handle_inbound: done(handleInbound),
    handle_message: done(handleMessage),
    update_status: done(updateStatus),
    clerk: {
      default: clerk.default,
      viewSubmission: (args) =>
        readView(args.view).callback_id === "send_form"
          ? submit(args)
          : clerk.default?.viewSubmission?.(args),
    },
  };
}

/** A world in which the plain design runs in the product's place. */
export const buildPlainStage: Build = async (differences, begins) =>
  await virtualStage({
    modules: await functions(),
    relay: new URL("relay/", import.meta.url),
  })(differences, begins);
