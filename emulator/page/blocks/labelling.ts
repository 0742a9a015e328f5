/** How a field is tied to the words around it, for eyes and for screen readers alike. */
export interface Labelling {
  /** The id that the field's `<label>` points at. */
  id: string;
  /** For a field without a visible label. */
  label?: string;
  describedBy?: string;
  invalid?: boolean;
}

/** The attributes that carry a labelling. */
export function labelled(
  labelling: Labelling,
): Record<string, string | undefined> {
  return {
    id: labelling.id,
    "aria-label": labelling.label,
    "aria-describedby": labelling.describedBy,
    "aria-invalid": labelling.invalid ? "true" : undefined,
  };
}
