import type { Carrier } from "./carrier_port.ts";
import type { Desk } from "./desk_port.ts";
import type { Errands, PersonalFiles } from "./errands_port.ts";
import type {
  ConsentLedger,
  ContactImports,
  ContactIndex,
  Contacts,
  DoNotDisturbList,
} from "./contacts_port.ts";
import type { Conversations } from "./conversations_port.ts";
import type {
  ChannelList,
  Lines,
  Messages,
  Places,
  SettingsTable,
} from "./tables_port.ts";
import type { UsageTable, UsageThread } from "./usage_port.ts";

export type * from "./carrier_port.ts";
export type * from "./contacts_port.ts";
export type * from "./conversations_port.ts";
export type * from "./desk_port.ts";
export type * from "./errands_port.ts";
export type * from "./office_port.ts";
export type * from "./tables_port.ts";
export type * from "./thread_port.ts";
export type * from "./usage_port.ts";

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

/** Everything a use-case may reach: what no text waits for, too. */
export interface AllEnds extends Ends {
  contacts: Contacts;
  contactIndex: ContactIndex;
  contactImports: ContactImports;
  files: PersonalFiles;
  usage: UsageTable;
}
