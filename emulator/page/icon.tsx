import type { JSX } from "preact";

/** Outlines on a 20 by 20 grid, drawn for this page. */
const outlines = {
  hash: "M7.5 3 6 17M14 3l-1.5 14M3.5 7.5h13.5M3 12.5h13.5",
  lock: "M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9",
  archive: "M3 4h14v4H3zM4.5 8v8.5h11V8M8 11.5h4",
  smile:
    "M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 0 0 0-15zM6.8 11.5c1.4 2.6 5 2.6 6.4 0M7.5 7.6v.8M12.5 7.6v.8",
  reply: "M3.5 4h13v9.5H9l-4 3v-3H3.5zM6.5 7.5h7M6.5 10h4.5",
  pin: "M7 3h6l-.6 5L15 10.5v1.3H5v-1.3L7.6 8zM10 12v5.5",
  bin: "M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.8 11h7.4l.8-11",
  close: "M4.5 4.5l11 11M15.5 4.5l-11 11",
  back: "M12 4l-6 6 6 6",
  plus: "M10 3.5v13M3.5 10h13",
  menu: "M3 5h14M3 10h14M3 15h14",
  send: "M3 3.5 17.5 10 3 16.5 4.5 10zM4.5 10H11",
  bold: "M6 3.5h5a3.2 3.2 0 0 1 0 6.4H6zM6 9.9h5.8a3.3 3.3 0 0 1 0 6.6H6z",
  italic: "M8.5 3.5h6M5.5 16.5h6M11.7 3.5 8.3 16.5",
  strike:
    "M3 10h14M14 6c-1-3.4-8-3.2-8 .6 0 1.4.9 2.4 2.4 3M6 14c1 3.4 8.4 3.2 8.4-.8",
  code: "M7 5.5 2.5 10 7 14.5M13 5.5l4.5 4.5-4.5 4.5",
  bolt: "M11 2.5 4 11.5h5L8.5 17.5 16 8.5h-5z",
  more: "M10 4.5v.1M10 10v.1M10 15.5v.1",
  down: "M5 7.5l5 5 5-5",
  people:
    "M7 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM1.8 16.5c.3-6.4 10.1-6.4 10.4 0M13 4a2.8 2.8 0 0 1 0 5.3M14.5 11.8c2.4.4 3.6 2 3.7 4.7",
  eye:
    "M1.8 10c3.6-6.7 12.8-6.7 16.4 0-3.6 6.7-12.8 6.7-16.4 0zM10 7.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2z",
  file: "M5 2.5h6.5L15 6v11.5H5zM11 2.5V6.5h4M7.5 10h5M7.5 13h5",
  clip:
    "M14.5 9.5 9 15a3.2 3.2 0 0 1-4.6-4.6l6.4-6.3a2.2 2.2 0 0 1 3.1 3.1l-6.3 6.3a1.1 1.1 0 0 1-1.6-1.6L11.5 7",
  call:
    "M5.5 3 8 7.5 6.3 9.4c.9 1.9 2.3 3.3 4.2 4.2l2-1.6 4.5 2.4c-.3 1.8-1.5 2.8-3.3 2.7C8.6 16.600 3.400 11.400 2.900 6.300 2.800 4.500 3.700 3.300 5.500 3z",
  play: "M6 3.5 16 10 6 16.500z",
  pause: "M6.500 4v12M13.500 4v12",
  skip: "M4 4l8 6-8 6zM15.500 4v12",
  pulse: "M2 10.5h4l2.2-6 3.6 11 2.2-5H18",
} as const;

export type IconName = keyof typeof outlines;

/** A line drawing; it says nothing to a screen reader, its button does. */
export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg
      class={`icon icon-${name}`}
      viewBox="0 0 20 20"
      width="18"
      height="18"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width={name === "more" ? 2.6 : 1.5}
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={outlines[name]} />
    </svg>
  );
}
