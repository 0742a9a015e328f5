/** Files between one person and the app, which nobody else sees. */
export interface PersonalFiles {
  /** What is in a file that somebody gave. @throws Refusal when it is gone, or cannot be read. */
  read(id: string): Promise<Uint8Array>;
  /** Sends somebody a file in their direct message with the app, with a sentence before it. */
  send(
    person: string,
    sentence: string,
    file: { name: string; text: string },
  ): Promise<void>;
}

/** Work that goes on without anybody waiting for it, in runs of its own; what begins one, and where. */
export interface Errands {
  /** Has a workflow begin at a moment (milliseconds). @param name by which it can be called off. */
  arrange(
    workflow: string,
    name: string,
    at: number,
    inputs?: Record<string, string>,
  ): Promise<void>;
  /** Completes a step of a workflow that has stayed open; nothing happens when it has ended. */
  handOn(execution: string, outputs: Record<string, unknown>): Promise<void>;
  /**
   * Starts a workflow by the address of its webhook.
   * @returns why it did not start, as far as is known; null when it did.
   */
  ring(url: string, inputs: Record<string, string>): Promise<string | null>;
  /** The names, beginning so, of what is arranged or has begun. This scans. */
  arranged(beginning: string): Promise<string[]>;
  /** Calls off what was arranged under some names, and clears away what has begun. This scans, unless {@link arranged} told of them all. */
  callOff(...names: string[]): Promise<void>;
  /** Of several that are arranged under one name leaves one to come, the same one whoever asks. This scans as {@link callOff} does. */
  leaveOne(name: string): Promise<void>;
  /** Addresses of the deploy-time link triggers, by the workflow they start. This scans, unless that has just been done. */
  shortcutUrls(): Promise<Map<string, string>>;
}
