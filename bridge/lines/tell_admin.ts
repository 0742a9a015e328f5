import type { Ends } from "../ports.ts";

/** Writes to one of Clerk's admins what somebody must look after. */
export async function tellAdmin(
  { desk, settings }: Ends,
  sentence: string,
): Promise<void> {
  const { admins, adminGroup } = await settings.read();
  const [someone] = admins.length > 0 || !adminGroup
    ? admins
    : await desk.membersOf(adminGroup);
  if (someone) await desk.write(someone, sentence);
}
