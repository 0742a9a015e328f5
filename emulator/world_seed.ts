import type { CarrierSeed } from "./carrier/open_account.ts";
import type { Step } from "./page/story/step.ts";
import type { WorkspaceSeed } from "./slack/workspace.ts";

/** What the carrier's function host runs. */
export interface RelaySeed {
  /** The deployed directory, a file URL that ends in a slash. */
  directory: URL;
  /** Its public address, without a slash at the end; `/relay` under the world's own unless told otherwise. */
  origin?: string;
  /** Environment variables that hold the address of a workflow's webhook: the workflow's callback id by variable. */
  rings: Record<string, string>;
}

/** What is there before anybody does anything. */
export interface WorldSeed {
  /** Where Slack and all of this is reached, without a slash at the end. */
  origin: string;
  /** Where the carrier's REST API is reached; `origin` unless told otherwise. */
  carrierOrigin?: string;
  /** Where the carrier keeps the files of texts; `origin` unless told otherwise. */
  mediaOrigin?: string;
  /** Where webhook addresses point to; `origin` unless told otherwise. */
  hooksOrigin?: string;
  /** The app's environment variables. */
  env: Record<string, string>;
  workspace: WorkspaceSeed;
  carrier: CarrierSeed;
  relay?: RelaySeed;
  /** What the page's Story button plays. */
  story?: readonly Step[];
}
