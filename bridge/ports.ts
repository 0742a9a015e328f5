import type { Carrier } from "./ports/carrier_port.ts";
import type {
  ConsentLedger,
  ContactImports,
  ContactIndex,
  Contacts,
  DoNotDisturbList,
} from "./ports/contacts_port.ts";
import type { Conversations } from "./ports/conversations_port.ts";
import type { Desk } from "./ports/desk_port.ts";
import type { Errands, PersonalFiles } from "./ports/errands_port.ts";
import type {
  ChannelList,
  Lines,
  Messages,
  Places,
  SettingsTable,
} from "./ports/tables_port.ts";
import type { UsageTable, UsageThread } from "./ports/usage_port.ts";

export type * from "./ports/carrier_port.ts";
export type * from "./ports/contacts_port.ts";
export type * from "./ports/conversations_port.ts";
export type * from "./ports/desk_port.ts";
export type * from "./ports/errands_port.ts";
export type * from "./ports/office_port.ts";
export type * from "./ports/tables_port.ts";
export type * from "./ports/thread_port.ts";
export type * from "./ports/usage_port.ts";

/** The world's clock. Milliseconds since the Unix epoch. */
export interface Clock {
  now(): number;
  sleep(ms: number): Promise<void>;
}

/** How a conversation is seen to by the one run that works off all that has come to a line. */
export interface WorkingOff {
  /** Whether another run may have shown some of its texts before. */
  isDoubtful: boolean;
  /** Whether others wait behind: then no pin is waited for. */
  isInHaste: boolean;
}

/** What a text on its way may reach. */
export interface Ends {
  clock: Clock;
  carrier: Carrier;
  desk: Desk;
  conversations: Conversations;
  places: Places;
  messages: Messages;
  lines: Lines;
  channels: ChannelList;
  settings: SettingsTable;
  doNotDisturb: DoNotDisturbList;
  consents: ConsentLedger;
  errands: Errands;
  usageThread: UsageThread;
  /** How a run that works off a crowd is at it; it is alone there. */
  workingOff?: WorkingOff;
}

/** What is looked after every hour, beside texts. */
export interface HourlyEnds extends Ends {
  contactImports: ContactImports;
  usage: UsageTable;
}

/** Everything a use-case may reach: what no text waits for, too. */
export interface AllEnds extends HourlyEnds {
  contacts: Contacts;
  contactIndex: ContactIndex;
  files: PersonalFiles;
}
