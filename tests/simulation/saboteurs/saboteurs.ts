import { ASKING } from "./asking.ts";
import { HEALING } from "./healing.ts";
import { MARKING } from "./marking.ts";
import { MOVING } from "./moving.ts";
import { PLAN } from "./plan.ts";
import { QUIET } from "./quiet.ts";
import { RECEIVING } from "./receiving.ts";
import { REMINDING } from "./reminding.ts";
import type { Saboteur } from "./saboteur.ts";
import { SENDING } from "./sending.ts";
import { WORKING } from "./working.ts";

/** Everybody that the simulation must catch. */
export const SABOTEURS: Saboteur[] = [
  ...SENDING,
  ...RECEIVING,
  ...MARKING,
  ...HEALING,
  ...PLAN,
  ...QUIET,
  ...WORKING,
  ...ASKING,
  ...MOVING,
  ...REMINDING,
];
