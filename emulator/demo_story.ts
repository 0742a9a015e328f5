import type { Step } from "./page/story/step.ts";

/** Two minutes at the counter of Harbour Bikes, told by what is written on things. */
export const demoStory: readonly Step[] = [
  { at: "slack", press: "Open the sidebar", ifSeen: true },
  { choose: "Dana Reyes", from: "You are" },
  { press: "Open the sidebar", ifSeen: true },
  { press: "texts", within: "Channels" },
  {
    say: "Maya has a question for Harbour Bikes. She texts the shop's number.",
  },
  {
    at: "phones",
    type: "Hi! Is my bike ready?",
    into: "Text message from Maya",
    enter: true,
  },
  { at: "slack", see: "New Inbound Message", within: "Messages in texts" },
  {
    say:
      "Her text opens a thread in #texts. It is pinned until somebody answers.",
  },
  { at: "slack", press: "1 reply", within: "Messages in texts" },
  { say: "The whole team can see it. Dana answers right in the thread." },
  {
    at: "slack",
    type: "It is! We are open until six 😃",
    into: "Reply…",
    within: "Thread",
    enter: true,
  },
  {
    at: "phones",
    see: "We are open until six",
    within: "Texts on Maya's phone",
  },
  { say: "And there it is on Maya's phone." },
  { at: "slack", see: "vibration_mode, 1", within: "Thread" },
  { say: "✔️ says that the carrier took it, 📳 that the phone has got it." },
  { say: "Maya writes back. Whatever is said stays in the one thread." },
  {
    at: "phones",
    type: "Great, what do I owe you?",
    into: "Text message from Maya",
    enter: true,
  },
  { at: "slack", see: "what do I owe you?", within: "Thread" },
  { say: "A remark that begins with “note:” is for the team alone." },
  {
    at: "slack",
    type: "note: she is a regular, take ten off",
    into: "Reply…",
    within: "Thread",
    enter: true,
  },
  { at: "slack", see: "lock, 1", within: "Thread" },
  { say: "🔒 It never left the shop. The answer does." },
  {
    at: "slack",
    type: "35 dollars, with ten off for you",
    into: "Reply…",
    within: "Thread",
    enter: true,
  },
  { at: "phones", see: "with ten off", within: "Texts on Maya's phone" },
  { at: "slack", press: "Close thread", within: "Thread" },
  {
    say:
      "One can text first, too. Noah's bike is ready as well, but his phone happens to be off.",
  },
  { at: "phones", choose: "Off", from: "Noah's phone is" },
  { at: "slack", type: "/clerk", into: "Message #texts", enter: true },
  { at: "slack", press: "Send Text", within: "dialog" },
  {
    at: "slack",
    type: "613 555 0171",
    into: "Phone number",
    within: "dialog",
  },
  {
    at: "slack",
    type: "Your bike is ready to be picked up.",
    into: "Message",
    within: "dialog",
  },
  { say: "The form counts along: characters, and what the text will weigh." },
  { at: "slack", press: "Send", within: "dialog" },
  { at: "slack", see: "New Conversation", within: "Messages in texts" },
  { say: "The text leaves at once. What becomes of it, the thread will tell." },
  { at: "slack", press: "reply", within: "Messages in texts" },
  { at: "slack", see: "switched off", within: "Thread" },
  {
    say:
      "❌ It did not arrive, and the thread says why, in plain words. Noah switches his phone on …",
  },
  { at: "phones", choose: "On", from: "Noah's phone is" },
  { at: "slack", press: "Retry", within: "Thread" },
  {
    at: "phones",
    see: "ready to be picked up",
    within: "Texts on Noah's phone",
  },
  { say: "… and one press on Retry is enough." },
  { at: "phones", press: "Inspector", within: "Phones" },
  {
    say:
      "None of this was staged: every step ran the app's own functions. Here are their runs, call by call.",
  },
  { press: "Close inspector", within: "Inspector" },
  { say: "That was all. Now text the shop yourself, or answer as Dana." },
];
