/** Every control above the table: shows the query and changes it. */

import { COLUMNS, FACETS, type Facet, type RunQuery, SORT_KEYS } from "#core/addresses/run-query.ts";
import { PERIODS } from "#core/attempts/period.ts";
import type { RepositoryLinks } from "#core/links.ts";
import { addDays, dayOf, startOfDay } from "#core/time.ts";
import { toggled, valueWord } from "./active-filters.ts";
import { find } from "./element.ts";
import { FacetMenu } from "./facet-menu.ts";
import { read, write } from "./preference.ts";
import type { RunData } from "./run-data.ts";
import { wireShare } from "./run-share.ts";
import { wireShortcuts } from "./run-shortcuts.ts";
import type { RunsPanel } from "./runs-panel.ts";
import { facetValues, type Selection } from "./select.ts";
import { stepMenus } from "./step-menus.ts";

/** What the controls see and change. */
export type Explorer = {
  query(): RunQuery;
  change(query: RunQuery): void;
  selection(): Selection | null;
  ordered(): Int32Array;
  panel: RunsPanel;
};

const SEARCH_DELAY = 80;

export class RunsToolbar {
  readonly #root: HTMLElement;
  readonly #explorer: Explorer;
  readonly #menus: FacetMenu[];

  constructor(root: HTMLElement, data: RunData, github: RepositoryLinks | null, explorer: Explorer) {
    this.#root = root;
    this.#explorer = explorer;
    const facets = FACETS.map((facet) => this.#facetMenu(facet, data));
    this.#menus = [...facets, ...stepMenus(root, data, explorer)];
    this.#wireSearch();
    this.#wirePeriod();
    this.#wireNumbers();
    this.#wireView();
    wireShare(root, data, github, explorer);
    wireShortcuts(root, explorer);
    closeMenusOutside(root);
  }

  /** Brings the controls in line with the query. */
  show(): void {
    const query = this.#explorer.query();
    const input = <Found extends HTMLElement = HTMLInputElement>(name: string) =>
      find<Found>(this.#root, `[data-${name}]`);
    const search = input("search");
    if (document.activeElement !== search) search.value = query.text;
    for (const link of this.#root.querySelectorAll<HTMLElement>("[data-period]")) {
      const isCurrent = query.from === null && query.to === null && link.dataset["period"] === query.period;
      link.ariaCurrent = isCurrent ? "true" : null;
    }
    input("from").value = query.from === null ? "" : dayOf(query.from);
    input("to").value = query.to === null ? "" : lastDayBefore(query.to);
    input("reruns").checked = query.reruns;
    input("step-failed").checked = query.step.failed;
    setNumber(input("slower"), query.step.slowerThan);
    setNumber(input("shortest"), query.shortest);
    setNumber(input("longest"), query.longest);
    input<HTMLSelectElement>("sort-select").value = `${query.sort.descending ? "-" : ""}${query.sort.key}`;
    for (const box of this.#root.querySelectorAll<HTMLInputElement>("[data-column-box]"))
      box.checked = query.columns.some((column) => column === box.value);
    for (const menu of this.#menus) menu.update();
  }

  #facetMenu(facet: Facet, { table }: RunData): FacetMenu {
    const { query, change, selection } = this.#explorer;
    return new FacetMenu(find(this.#root, `[data-facet="${facet}"]`), {
      excludes: true,
      options: () =>
        facetValues(table, facet).map((value, code) => ({
          value,
          word: valueWord(table, facet, value),
          count: selection()?.counts[facet][code] ?? 0,
        })),
      choice: () => query().facets[facet],
      toggle: (kind, value) => {
        const facets = { ...query().facets, [facet]: toggled(query().facets[facet], kind, value) };
        change({ ...query(), facets });
      },
    });
  }

  #wireSearch(): void {
    const search = find<HTMLInputElement>(this.#root, "[data-search]");
    let timer = 0;
    search.addEventListener("input", () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => this.#set({ text: search.value.trim() }), SEARCH_DELAY);
    });
  }

  #wirePeriod(): void {
    find(this.#root, "[data-periods]").addEventListener("click", (event) => {
      const link = (event.target as HTMLElement).closest<HTMLElement>("[data-period]");
      const period = PERIODS.find((name) => name === link?.dataset["period"]);
      if (period === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.#set({ period, from: null, to: null });
    });
    const from = find<HTMLInputElement>(this.#root, "[data-from]");
    const to = find<HTMLInputElement>(this.#root, "[data-to]");
    from.addEventListener("change", () =>
      this.#set({ from: from.value === "" ? null : startOfDay(from.value) }),
    );
    // People mean the whole of the last day; addresses end before the next.
    to.addEventListener("change", () =>
      this.#set({ to: to.value === "" ? null : startOfDay(addDays(to.value, 1)) }),
    );
  }

  #wireNumbers(): void {
    const onNumber = (name: string, change: (seconds: number | null) => Partial<RunQuery>) => {
      const input = find<HTMLInputElement>(this.#root, `[data-${name}]`);
      input.addEventListener("change", () =>
        this.#set(
          change(input.value === "" || !input.validity.valid ? null : Math.floor(input.valueAsNumber)),
        ),
      );
    };
    const step = () => this.#explorer.query().step;
    onNumber("shortest", (shortest) => ({ shortest }));
    onNumber("longest", (longest) => ({ longest }));
    onNumber("slower", (slowerThan) => ({ step: { ...step(), slowerThan } }));
    const onCheck = (name: string, change: (checked: boolean) => Partial<RunQuery>) => {
      const box = find<HTMLInputElement>(this.#root, `[data-${name}]`);
      box.addEventListener("change", () => this.#set(change(box.checked)));
    };
    onCheck("reruns", (reruns) => ({ reruns }));
    onCheck("step-failed", (failed) => ({ step: { ...step(), failed } }));
  }

  #wireView(): void {
    const toggle = find<HTMLButtonElement>(this.#root, "[data-filters]");
    toggle.addEventListener("click", () => {
      const isOpen = toggle.parentElement?.classList.toggle("open") ?? false;
      toggle.ariaExpanded = String(isOpen);
    });
    const select = find<HTMLSelectElement>(this.#root, "[data-sort-select]");
    select.addEventListener("change", () => {
      const key = SORT_KEYS.find((name) => name === select.value.replace(/^-/, ""));
      if (key) this.#set({ sort: { key, descending: select.value.startsWith("-") } });
    });
    const boxes = [...this.#root.querySelectorAll<HTMLInputElement>("[data-column-box]")];
    for (const box of boxes)
      box.addEventListener("change", () => {
        const columns = COLUMNS.filter((column) =>
          boxes.some(({ value, checked }) => checked && value === column),
        );
        if (columns.length > 0) this.#set({ columns });
        else box.checked = true;
      });
    const comfortable = find<HTMLInputElement>(this.#root, "[data-comfortable]");
    const setDensity = () => {
      this.#root.classList.toggle("comfortable", comfortable.checked);
      this.#explorer.panel.rows.reset();
    };
    comfortable.checked = read("runs-comfortable") === "1";
    if (comfortable.checked) setDensity();
    comfortable.addEventListener("change", () => {
      write("runs-comfortable", comfortable.checked ? "1" : "0");
      setDensity();
    });
  }

  #set(change: Partial<RunQuery>): void {
    const query = { ...this.#explorer.query(), ...change };
    // A stretch that ends before it begins would show nothing for no reason.
    const isBackwards = query.from !== null && query.to !== null && query.from >= query.to;
    this.#explorer.change(
      isBackwards ? { ...query, ...(change.from ? { to: null } : { from: null }) } : query,
    );
  }
}

function lastDayBefore(to: string): string {
  return to.endsWith("T00:00:00Z") ? addDays(dayOf(to), -1) : dayOf(to);
}

function setNumber(input: HTMLInputElement, value: number | null): void {
  if (document.activeElement !== input) input.value = value === null ? "" : String(value);
}

/** `<details>` do not close by themselves. */
function closeMenusOutside(root: HTMLElement): void {
  const menus = () => root.querySelectorAll<HTMLDetailsElement>("details.menu[open]");
  document.addEventListener("click", (event) => {
    for (const menu of menus()) if (!menu.contains(event.target as Node)) menu.open = false;
  });
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of menus()) {
      menu.open = false;
      menu.querySelector("summary")?.focus();
    }
  });
}
