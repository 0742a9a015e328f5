import type { Channel, Message } from "./channel.ts";
import type { Story } from "./story.ts";
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

/** Reminders are on, after 15 minutes, and Dana has answered Maya, so that hers is the conversation. @returns its card. */
export async function answeredOnce(
  { maya, texts, dana }: Story,
): Promise<Message> {
  await remindAfter(dana, texts, 15);
  const card = await maya.begins(texts, "hello");
  await card.reply(dana, "hi");
  await maya.expectText("hi");
  await card.expectUnpinned();
  return card;
}
