import type { Channel, Message } from "./channel.ts";
import type { Phone } from "./phone.ts";
import type { Teammate } from "./teammate.ts";

/** Begins a conversation with the send form. @returns its card, with the text under it, which is on the phone. */
export async function beginByForm(
  who: Teammate,
  phone: Phone,
  channel: Channel,
  message: string,
): Promise<Message> {
  const form = await who.openSendForm(channel);
  await form.submit({ to: phone.number, channel: channel.id, message });
  await phone.expectText(message);
  const card = await channel.expectMessage(/New Conversation/);
  await card.expectReply(message);
  return card;
}
