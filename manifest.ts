import { Manifest } from "deno-slack-sdk/mod.ts";
import { ChannelsDatastore } from "./datastores/channels.ts";
import { ConsentsDatastore } from "./datastores/consents.ts";
import { ContactIndexDatastore } from "./datastores/contact_index.ts";
import { ContactsDatastore } from "./datastores/contacts.ts";
import { ConversationsDatastore } from "./datastores/conversations_datastore.ts";
import { DoNotDisturbDatastore } from "./datastores/do_not_disturb.ts";
import { LinesDatastore } from "./datastores/lines.ts";
import { MessagesDatastore } from "./datastores/messages.ts";
import { PlacesDatastore } from "./datastores/places.ts";
import { SettingsDatastore } from "./datastores/settings.ts";
import { AskAndWaitFunction } from "./functions/ask_and_wait.ts";
import { AssignConversationFunction } from "./functions/assign_conversation.ts";
import { FindContactFunction } from "./functions/find_contact.ts";
import { SaveContactFunction } from "./functions/save_contact.ts";
import { SendTextFunction } from "./functions/send_text.ts";
import { SetStateFunction } from "./functions/set_state.ts";
import { TagConversationFunction } from "./functions/tag_conversation.ts";
import { AssignWorkflow } from "./workflows/assign.ts";
import { CardButtonWorkflow } from "./workflows/card_button.ts";
import { CatchUpWorkflow } from "./workflows/catch_up.ts";
import { ClerkWorkflow } from "./workflows/clerk.ts";
import { ConsentWorkflow } from "./workflows/consent.ts";
import { HandleInboundWorkflow } from "./workflows/handle_inbound.ts";
import { HandleReactionWorkflow } from "./workflows/handle_reaction.ts";
import { HandleMessageWorkflow } from "./workflows/handle_message.ts";
import { ExportContactsWorkflow } from "./workflows/export_contacts.ts";
import { ImportContactsWorkflow } from "./workflows/import_contacts.ts";
import { DeliverTextWorkflow } from "./workflows/deliver_text.ts";
import { DoNotDisturbWorkflow } from "./workflows/do_not_disturb.ts";
import { RemindWorkflow } from "./workflows/remind.ts";
import { ShowWaitingWorkflow } from "./workflows/show_waiting.ts";
import { MoveConversationWorkflow } from "./workflows/move_conversation.ts";
import { UpdateStatusWorkflow } from "./workflows/update_status.ts";

/** The app as Slack sees it. Functions come with the workflows that use them; the others are steps for Workflow Builder. */
export default Manifest({
  name: "Clerk",
  description: "Two-way texting inside Slack",
  longDescription:
    "Clerk brings your text messages into Slack. Each conversation with a contact lives in one thread: what they text " +
    "appears there, what you reply there arrives on their phone, and an emoji on each message says whether it was " +
    "sent, delivered or failed. Pins show who is waiting for an answer.",
  icon: "assets/icon.png",
  backgroundColor: "#1d4d4f",
  workflows: [
    ClerkWorkflow,
    HandleInboundWorkflow,
    UpdateStatusWorkflow,
    ShowWaitingWorkflow,
    RemindWorkflow,
    HandleMessageWorkflow,
    HandleReactionWorkflow,
    DeliverTextWorkflow,
    DoNotDisturbWorkflow,
    ConsentWorkflow,
    CatchUpWorkflow,
    AssignWorkflow,
    CardButtonWorkflow,
    ImportContactsWorkflow,
    ExportContactsWorkflow,
    MoveConversationWorkflow,
  ],
  functions: [
    SendTextFunction,
    SaveContactFunction,
    FindContactFunction,
    AssignConversationFunction,
    TagConversationFunction,
    SetStateFunction,
    AskAndWaitFunction,
  ],
  datastores: [
    ConversationsDatastore,
    PlacesDatastore,
    MessagesDatastore,
    LinesDatastore,
    ChannelsDatastore,
    SettingsDatastore,
    DoNotDisturbDatastore,
    ConsentsDatastore,
    ContactsDatastore,
    ContactIndexDatastore,
  ],
  outgoingDomains: [
    "api.twilio.com",
    // Where Twilio leads who asks for a picture.
    "mms.twiliocdn.com",
    "media.twiliocdn.com",
    "s3-external-1.amazonaws.com",
    // Where Slack keeps files.
    "files.slack.com",
    // Where the team's own workflows are started.
    "hooks.slack.com",
  ],
  botScopes: [
    "channels:history",
    "channels:join",
    "channels:manage",
    "channels:read",
    "chat:write",
    "chat:write.customize",
    "datastore:read",
    "datastore:write",
    "files:read",
    "files:write",
    "groups:history",
    "groups:read",
    "groups:write",
    "pins:read",
    "pins:write",
    "reactions:read",
    "reactions:write",
    "triggers:read",
    "triggers:write",
    "usergroups:read",
    "users:read",
  ],
});
