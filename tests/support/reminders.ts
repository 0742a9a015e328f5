import type { Channel } from "./channel.ts";
import type { Teammate } from "./teammate.ts";

/** An admin has the team reminded of who waits. */
export async function remindAfter(
  dana: Teammate,
  texts: Channel,
  minutes: number | "",
  hours = { opens: "0", closes: "24" },
): Promise<void> {
  const dashboard = await dana.openDashboard(texts);
  await dashboard.click("teamwork");
  const form = await dana.expectModal("Teamwork", /Remind/);
  await form.submit({
    assigns_first: ["first"],
    nudge_after: String(minutes),
    ...hours,
  });
  await dana.expectModal("Teamwork", /Saved/);
  await dana.closeAll();
}
