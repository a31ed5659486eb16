/** The list of one facet: search, check boxes with counts, and "not". Order and length change only on opening. */
import type { Choice } from "#core/addresses/query-string.ts";
import { count } from "#core/format.ts";
import { element, find } from "./element.ts";

/** Longer lists are cut and searched. */
const MOST_OPTIONS = 100;

/** `count` null: not counted. */
export type Option = { value: string; word: string; count: number | null };

export type FacetMenuWiring = {
  /** With all of its values, in any order; chosen ones included. */
  options(): Option[];
  choice(): Choice;
  /** Whether values can be excluded. */
  excludes: boolean;
  toggle(kind: keyof Choice, value: string): void;
};

type Line = {
  element: HTMLLIElement;
  box: HTMLInputElement;
  not: HTMLButtonElement | null;
  figure: HTMLElement;
};

export class FacetMenu {
  readonly #panel: HTMLElement;
  readonly #badge: HTMLElement;
  readonly #wiring: FacetMenuWiring;
  readonly #details: HTMLDetailsElement;
  readonly #lines = new Map<string, Line>();

  /** @param details holds a summary with `[data-badge]`, and a `[data-panel]` */
  constructor(details: HTMLDetailsElement, wiring: FacetMenuWiring) {
    this.#details = details;
    this.#panel = find(details, "[data-panel]");
    this.#badge = find(details, "[data-badge]");
    this.#wiring = wiring;
    details.addEventListener("toggle", () => {
      if (details.open) this.open();
      else this.#panel.replaceChildren();
    });
  }

  open(): void {
    const label = this.#details.dataset["label"] ?? "";
    const search = element("input", {
      type: "search",
      placeholder: "Find…",
      "aria-label": `Find in ${label}`,
    });
    const list = element("ul", { class: "options" });
    const note = element("p", { class: "small muted" });
    search.addEventListener("input", () => this.#list(list, note, search.value));
    const isLong = this.#wiring.options().length > 8;
    this.#panel.replaceChildren(...(isLong ? [search] : []), list, note);
    this.#list(list, note, "");
    if (isLong) search.focus();
  }

  /** New counts and marks for what is shown. */
  update(): void {
    const { include, exclude } = this.#wiring.choice();
    const chosen = include.length + exclude.length;
    this.#badge.textContent = chosen === 0 ? "" : String(chosen);
    if (!this.#details.open) return;
    const counts = new Map(this.#wiring.options().map((option) => [option.value, option.count]));
    for (const [value, { element: line, box, not, figure }] of this.#lines) {
      box.checked = include.includes(value);
      not?.setAttribute("aria-pressed", String(exclude.includes(value)));
      line.classList.toggle("excluded", exclude.includes(value));
      const known = counts.get(value) ?? null;
      figure.textContent = known === null ? "" : count(known);
    }
  }

  #list(list: HTMLUListElement, note: HTMLElement, wanted: string): void {
    const { include, exclude } = this.#wiring.choice();
    const isChosen = (value: string) => include.includes(value) || exclude.includes(value);
    const all = this.#wiring.options().filter((option) => option.count !== 0 || isChosen(option.value));
    const matching = all
      .filter(({ word }) => word.toLowerCase().includes(wanted.trim().toLowerCase()))
      .sort(
        (a, b) =>
          Number(isChosen(b.value)) - Number(isChosen(a.value)) ||
          (b.count ?? 0) - (a.count ?? 0) ||
          a.word.localeCompare(b.word),
      );
    this.#lines.clear();
    list.replaceChildren(...matching.slice(0, MOST_OPTIONS).map((option) => this.#line(option)));
    const isCut = matching.length > MOST_OPTIONS;
    note.textContent = isCut
      ? `${MOST_OPTIONS} of ${count(matching.length)} shown: type to find others`
      : matching.length === 0
        ? "None in these runs"
        : "";
    this.update();
  }

  #line({ value, word }: Option): HTMLLIElement {
    const box = element("input", { type: "checkbox" });
    box.addEventListener("change", () => this.#wiring.toggle("include", value));
    const figure = element("span", { class: "num muted" });
    const label = element("label", { title: word }, box, element("span", { class: "clip" }, word), figure);
    const not = this.#wiring.excludes
      ? element(
          "button",
          { type: "button", class: "not", "aria-label": `Exclude ${word}`, title: "Exclude" },
          "≠",
        )
      : null;
    not?.addEventListener("click", () => this.#wiring.toggle("exclude", value));
    const line = element("li", {}, label, ...(not ? [not] : []));
    this.#lines.set(value, { element: line, box, not, figure });
    return line;
  }
}
