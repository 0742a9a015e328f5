import type { JSX } from "preact";
import type { FieldElement } from "./block_kit.ts";
import { Choices } from "./choices.tsx";
import { FileField } from "./file_field.tsx";
import type { Labelling } from "./labelling.ts";
import { Picker } from "./picker.tsx";
import { Select } from "./select.tsx";
import { TextField } from "./text_field.tsx";

/** Any element that holds a value. `dispatches`: a change is an action that the app hears of. */
export function Field(
  { element, ...rest }: {
    element: FieldElement;
    blockId: string;
    dispatches: boolean;
    labelling: Labelling;
  },
): JSX.Element {
  switch (element.type) {
    case "plain_text_input":
    case "number_input":
    case "email_text_input":
    case "url_text_input":
    case "rich_text_input":
      return <TextField element={element} {...rest} />;
    case "checkboxes":
    case "radio_buttons":
      return <Choices element={element} {...rest} />;
    case "datepicker":
    case "timepicker":
    case "datetimepicker":
      return <Picker element={element} {...rest} />;
    case "file_input":
      return <FileField element={element} {...rest} />;
    default:
      return <Select element={element} {...rest} />;
  }
}
