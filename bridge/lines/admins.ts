import type { Ends } from "../ports.ts";
import { Refusal } from "../refusal.ts";

/** Whether a person may change lines, plan and countries. Until somebody is named, everybody may. */
export async function isAdmin(
  { desk, settings }: Ends,
  person: string,
): Promise<boolean> {
  const { admins, adminGroup } = await settings.read();
  if (admins.includes(person)) return true;
  if (!adminGroup) return admins.length === 0;
  return (await desk.membersOf(adminGroup)).includes(person);
}

/** @throws Refusal for somebody who may look, but not change. */
export async function checkAdmin(ends: Ends, person: string): Promise<void> {
  if (await isAdmin(ends, person)) return;
  throw new Refusal(
    "Only Clerk's admins may change this.",
    "The settings say who they are: ask one of them.",
  );
}
