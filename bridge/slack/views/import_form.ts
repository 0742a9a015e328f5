import * as z from "zod/mini";
import { shownText } from "../../sms/shown_text.ts";
import { type Block, mrkdwn, plain } from "../blocks.ts";
import { input, modal, note, type View } from "./modal.ts";

/** How far an import is. */
interface ImportProgress {
  name: string;
  done: number;
  total: number | null;
  end: { summary: string; refused: { line: number; reason: string }[] } | null;
}

/** The form that imports contacts. */
export function importForm(): View {
  return modal(
    "Import contacts",
    [
      {
        type: "section",
        text: mrkdwn(
          "Drop a CSV or vCard file, as your address book or spreadsheet exports it, or paste its lines. " +
            "A column that says who opted out is minded: they will not be texted.",
        ),
      },
      input("file", "File", { type: "file_input", max_files: 1 }, {
        optional: true,
      }),
      input("pasted", "Or paste", {
        type: "plain_text_input",
        multiline: true,
        placeholder: plain("Name, Phone, Tags\nMaya Lopez, 415 555 0142, vip"),
      }, { optional: true }),
      note(
        "Who is saved already is not doubled: a name that is given replaces theirs, tags and notes are added.",
      ),
    ],
    { callback_id: "import_form", submit: "Import" },
  );
}

const File = z.object({ id: z.string(), name: z.nullish(z.string()) });
const State = z.object({
  file: z.object({ file: z.object({ files: z.nullish(z.array(File)) }) }),
  pasted: z.object({ pasted: z.object({ value: z.nullish(z.string()) }) }),
});

/** What stands in the form's fields. */
export function readImportForm(
  values: unknown,
): { file: { id: string; name: string } | null; pasted: string } {
  const { file, pasted } = z.parse(State, values);
  const given = file.file.files?.[0];
  return {
    file: given ? { id: given.id, name: given.name ?? "the file" } : null,
    pasted: pasted.pasted.value ?? "",
  };
}

/** Says that an import is about to begin. */
export function importBegun(): View {
  return told([
    section("⏳ It begins in a moment."),
    note(BY_ITSELF),
  ]);
}

/** Says that a file is being made. */
export function exportBegun(): View {
  return modal("Export contacts", [
    section("⏳ The file is being made."),
    note(
      "It comes as a message from Clerk in a minute. If it has not come in five, press Export again.",
    ),
  ], { callback_id: "export_begun" });
}

/** Refused lines that are named in the modal; the report has them all. */
const NAMED = 15;

/** How far an import is. */
export function importProgress(
  { name, done, total, end }: ImportProgress,
): View {
  const what = shownText(name);
  if (end) {
    const named = end.refused.slice(0, NAMED)
      .map(({ line, reason }) => `• Line ${line}: ${shownText(reason)}`);
    return told([
      section(`*${what}*\n${shownText(end.summary)}`),
      ...(named.length > 0 ? [section(named.join("\n").slice(0, 2900))] : []),
      note("The report, line by line, is in your messages with Clerk."),
    ]);
  }
  return told([
    section(
      total === null
        ? `⏳ Reading ${what}…`
        : `⏳ ${what}: ${done} of ${total} contacts`,
    ),
    note(BY_ITSELF),
  ]);
}

const BY_ITSELF =
  "You may close this: it goes on by itself, some 270 contacts a minute, and the report comes as a message from Clerk.";

function told(blocks: Block[]): View {
  return modal("Import contacts", blocks, { callback_id: "import_progress" });
}

function section(words: string): Block {
  return { type: "section", text: mrkdwn(words) };
}
