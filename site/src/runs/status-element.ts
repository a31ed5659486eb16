import { wordOf } from "#core/outcome.ts";
import { type Ended, statusClass } from "../status-class.ts";
import { element } from "./element.ts";

/** The same as in tables, for rows that scripts make. */
export function statusElement(ended: Ended): HTMLElement {
  return element("span", { class: statusClass(ended) }, wordOf(ended));
}
