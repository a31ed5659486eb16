import { roleOf, wordOf } from "#core/outcome.ts";
import { statusShape } from "../status-shape.ts";
import { element, svg } from "./element.ts";

type Ended = { status: string | null; conclusion: string | null };

/** The same as `Status.astro`, for rows that scripts make. */
export function statusElement(ended: Ended): HTMLElement {
  return element(
    "span",
    { class: `status role-${roleOf(ended)}` },
    statusIcon(ended),
    element("span", {}, wordOf(ended)),
  );
}

function statusIcon(ended: Ended): SVGElement {
  const paths = Object.entries(statusShape(ended)).map(([part, d]) => svg("path", { class: part, d }));
  return svg("svg", { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true" }, ...paths);
}
