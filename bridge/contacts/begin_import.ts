import { type Errors, errorsByField } from "../form_errors.ts";
import type { AllEnds, ContactImport } from "../ports.ts";
import { SETTLED } from "../timing.ts";
import { IMPORT_ERRAND } from "./resume_import.ts";

/** Has an import begin in a moment, in a run of its own: a form must be answered in 3 seconds. */
export async function beginImport(
  ends: AllEnds,
  asked: Pick<ContactImport, "by" | "file" | "pasted" | "view">,
): Promise<Errors | { at: number }> {
  const slow = "Slack is slow to answer. Please press Import again.";
  return await errorsByField("pasted", slow, async () => {
    const { clock, contactImports, errands } = ends;
    const hasText = asked.pasted.trim() !== "";
    if ((asked.file !== null) === hasText) {
      const pasted = hasText
        ? "Either drop a file or paste contacts, please, not both."
        : "Drop a file above, or paste contacts here.";
      return { errors: { pasted } };
    }
    const other = await contactImports.underWay();
    if (other && !isSame(other, asked)) return { errors: { pasted: BUSY } };
    const at = clock.now();
    await contactImports.save({ ...asked, at, outcomes: "", busyUntil: 0 });
    // Somebody may have begun one at the same moment: the last to write is who imports.
    await clock.sleep(SETTLED);
    const last = await contactImports.underWay();
    if (last && !isSame(last, asked)) return { errors: { pasted: BUSY } };
    await errands.arrange("import_contacts", IMPORT_ERRAND, at);
    return { at };
  });
}

const BUSY =
  "Another import is under way. Wait some minutes until its report has come, and press Import again.";

// The same form pressed twice, as the first answer was slow.
function isSame(
  other: ContactImport,
  { view }: Pick<ContactImport, "view">,
): boolean {
  return other.view === view;
}
