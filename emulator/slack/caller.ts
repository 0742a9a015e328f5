/** Who makes a call: the app's bot inside one execution, or a person. */
export interface Caller {
  kind: "bot" | "person";
  /** The bot's user id when the app calls. */
  user_id: string;
  /** As the journal names it: `send_text Fx0…` or a person's name. */
  name: string;
  /** The execution that the token belongs to. */
  execution_id?: string;
  scopes: ReadonlySet<string>;
}
