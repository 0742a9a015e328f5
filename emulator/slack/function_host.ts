/** One run of app code, as the platform orders it. */
export interface Invocation {
  /** The function's own callback id, also when the event is a click in one of its modals. */
  callback_id: string;
  /** Relative to the project root, as in the manifest: `functions/send_text.ts`. */
  source_file: string;
  /** `{ body, context }`, as Slack's runtime for Deno receives it. */
  payload: unknown;
}

/** Where the app's functions run. */
export interface FunctionHost {
  /** Resolves with what the handler gave back; rejects when the app's code threw or could not be loaded. */
  invoke(invocation: Invocation): Promise<unknown>;
  close(): Promise<void>;
}
