import { render } from "preact";
import { Feed } from "./feed.ts";
import { TwoSides } from "./two_sides.tsx";

const place = document.getElementById("page");
if (!place) throw new Error("The document has no place for the page.");
const feed = new Feed();
void feed.start();
place.replaceChildren();
render(<TwoSides feed={feed} />, place);
