/** Finds things on the page as a person does: by the words on them. */

const pressable =
  "button, a[href], [role=option], [role=menuitem], [role=tab], summary";

/** The region of this name that is to be seen; the whole page when none is named. */
export function regionOf(name: string | undefined): ParentNode | undefined {
  if (name === undefined) return document.body;
  const found = name === "dialog"
    ? document.querySelectorAll("dialog[open]")
    : document.querySelectorAll(`[aria-label="${CSS.escape(name)}"]`);
  return [...found].filter(isShown).at(-1);
}

/** What can be pressed and says this; the latest of several, for that is what a person who just saw it come would press. */
export function thingSaying(
  words: string,
  region: ParentNode,
): HTMLElement | undefined {
  const all = [...region.querySelectorAll<HTMLElement>(pressable)]
    .filter(isShown);
  return all.findLast((one) => nameOf(one) === words) ??
    all.findLast((one) => nameOf(one).includes(words));
}

/** The field under this label. */
export function fieldLabelled(
  label: string,
  region: ParentNode,
): HTMLElement | undefined {
  const fields = region.querySelectorAll<
    HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
  >("input, textarea, select");
  return [...fields].filter(isShown).findLast((field) =>
    field.ariaLabel === label ||
    [...field.labels ?? []].some((one) => one.textContent?.includes(label))
  );
}

/** Whether words are to be read in a region, or stand for a picture in it. */
export function says(region: ParentNode, words: string): boolean {
  return (region.textContent ?? "").includes(words) ||
    region.querySelector(
        `[aria-label*="${words.replace(/["\\]/g, "\\$&")}"]`,
      ) !== null;
}

function nameOf(element: HTMLElement): string {
  return (element.ariaLabel ?? element.textContent ?? "").trim();
}

function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
