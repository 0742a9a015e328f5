import * as z from "zod/mini";

/** Which list of contacts lies under a form, and what it shows, so that it can be brought up to date. */
export const Under = z.object({
  id: z.string(),
  look: z.object({ search: z.string(), cursor: z.nullable(z.string()) }),
});
export type Under = z.infer<typeof Under>;
