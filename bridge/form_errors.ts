import { Outage, Refusal } from "./refusal.ts";

/** What is wrong with a form, by field. */
export interface Errors {
  errors: Record<string, string>;
}

/** Turns what went wrong into a sentence under a field: the one it is about, or else the `usual` one. */
export async function errorsByField<T>(
  usual: string,
  slow: string,
  work: () => Promise<T>,
): Promise<T | Errors> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) {
      return { errors: { [error.about ?? usual]: error.sentence } };
    }
    if (!(error instanceof Outage)) throw error;
    console.error(error.message);
    return { errors: { [usual]: slow } };
  }
}
