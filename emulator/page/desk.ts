import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Address } from "./address.ts";
import type {
  Channel,
  DeskState,
  Message,
  Person,
  Workspace,
} from "./desk_state.ts";

/** What every part of the Slack side has at hand: the state one person sees, and what that person can do. */
export interface Desk {
  state: DeskState;
  workspace: Workspace;
  address: Address;
  /** Looks at something else; what is not named stays. */
  go(to: Partial<Address>): void;
  /** Calls a Web API method as the person. False when it was refused: the person has been told. */
  call(method: string, args: Record<string, unknown>): Promise<boolean>;
  /** Posts to the desk's own surface. Null when it was refused: the person has been told. */
  post<T>(path: string, body: Record<string, unknown>): Promise<T | null>;
  /** Uploads files that are not shared anywhere yet, and gives their ids. Null when it failed: the person has been told. */
  upload(files: readonly File[]): Promise<string[] | null>;
  /** Follows a link into Slack; false for a link that leads elsewhere. */
  follow(url: string): boolean;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("A part of the desk was drawn outside the desk.");
  return desk;
}

/** The bot goes by two ids, `B…` and `U…`; this knows both. */
export function personById(desk: Desk, id: string): Person | undefined {
  const { bot } = desk.workspace;
  if (id === bot.id) return personById(desk, bot.user_id);
  return desk.state.people.find((person) => person.id === id);
}

export function channelById(desk: Desk, id: string): Channel | undefined {
  return desk.state.channels.find((channel) => channel.id === id);
}

/** The name that Slack shows for a person. */
export function shownName(person: Person): string {
  return person.real_name || person.name;
}

/** Who a message is from, as Slack shows it. */
export function authorOf(
  desk: Desk,
  message: Message,
): { id: string; name: string; emoji: string | undefined; isApp: boolean } {
  const isApp = message.bot_id !== undefined;
  const id = message.user ?? desk.workspace.bot.user_id;
  const person = personById(desk, id);
  const app = desk.workspace.bot.name ?? "App";
  const name = message.username || (person ? shownName(person) : "") ||
    (isApp ? app : "Someone");
  return {
    id: message.username ? name : id,
    name,
    emoji: message.icons?.emoji,
    isApp,
  };
}
