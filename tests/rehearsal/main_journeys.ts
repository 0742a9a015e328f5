/** The journeys that a rehearsal tells, by their titles: together they run every function. */
export const MAIN_JOURNEYS = [
  "a first text posts a card, and the text as its first reply",
  "a reply in the thread arrives on the phone, and ✔️ and 📳 appear on it",
  "the form texts a new contact and begins the conversation in the chosen channel",
  '"send 4155550142 Hello 😃 from …" is texted at once',
  "Send Text is a step for Workflow Builder: number and message in; id, status and link out",
  "a text to a phone that is off gets ❌ and one reply that says why",
  "Retry sends a failed text again",
  "a late ring, a catch-up and a run that reminds look at what is settled, and leave it in peace",
  "Save Contact is a step: it adds a contact, and changes only what is given later",
  "Assign Conversation is a step: the card says whose it is, and those who are concerned are told once",
  "Tag Conversation is a step: it adds tags, or replaces them",
  "a step that means no conversation, line or state completes with the reason",
  "what was texted before the question is no answer, and what comes at once is one",
  "an export comes as a file in the direct message, and an import reads it back",
];
