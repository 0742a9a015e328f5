/** How a field is tied to the words around it, for eyes and for screen readers alike. */
export interface Labelling {
  /** The id that the field's `<label>` points at. */
  id: string;
  /** For a field without a visible label. */
  label?: string;
  describedBy?: string;
  invalid?: boolean;
}

/** The attributes that carry a labelling, and where a form's focus goes first. */
export function labelled(
  labelling: Labelling,
  element?: { focus_on_load?: boolean },
): Record<string, string | undefined> {
  return {
    id: labelling.id,
    "aria-label": labelling.label,
    "aria-describedby": labelling.describedBy,
    "data-focus-on-load": element?.focus_on_load ? "" : undefined,
    "aria-invalid": labelling.invalid ? "true" : undefined,
  };
}
