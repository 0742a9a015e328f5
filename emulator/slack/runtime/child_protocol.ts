import type { InvocationPayload } from "./dispatch.ts";

/** One line to the child. */
export interface ChildOrder {
  id: number;
  payload: InvocationPayload;
}

/** One line from the child. */
export type ChildAnswer =
  | { ready: true }
  | { id: number; response: unknown }
  | { id: number; error: ChildError };

/** What the app's code threw. */
export interface ChildError {
  name: string;
  message: string;
  stack?: string | undefined;
}
