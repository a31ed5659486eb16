/** What the query's answer looks like: figures, histogram, table, and why there is nothing. */
import type { RunQuery, SortKey } from "#core/addresses/run-query.ts";
import { SORT_KEYS } from "#core/addresses/run-query.ts";
import type { RunTable } from "#core/documents/runs/run-table.ts";
import { count } from "#core/format.ts";
import type { RepositoryLinks } from "#core/links.ts";
import { stateOf } from "#core/outcome.ts";
import { formatUtc } from "#core/time.ts";
import { activeFilters, toggled, withoutFilters } from "./active-filters.ts";
import { element, find } from "./element.ts";
import { rowMaker } from "./run-row.ts";
import { type Selection, selectRuns } from "./select.ts";
import { statusElement } from "./status-element.ts";
import type { RunsSummary } from "./summary.ts";
import { countWords, figureWords, histogramWords } from "./summary-words.ts";
import { TimeBrush } from "./time-brush.ts";
import { VirtualRows } from "./virtual-rows.ts";

export class RunsPanel {
  readonly rows: VirtualRows;
  readonly #root: HTMLElement;
  readonly #table: RunTable;
  readonly #change: (query: RunQuery) => void;
  readonly #brush: TimeBrush;
  #query: RunQuery | null = null;
  #columns = "";

  constructor(
    root: HTMLElement,
    table: RunTable,
    github: RepositoryLinks,
    change: (query: RunQuery) => void,
  ) {
    this.#root = root;
    this.#table = table;
    this.#change = change;
    const grid = find<HTMLTableElement>(root, ".runs-table");
    this.rows = new VirtualRows(grid, find(root, "[data-rows]"), rowMaker(root, table, github));
    this.#brush = new TimeBrush(find(root, "[data-histogram]"), (from, to) => {
      if (this.#query) change({ ...this.#query, from: formatUtc(from), to: formatUtc(to) });
    });
    for (const header of root.querySelectorAll<HTMLElement>("th[data-sort-key]")) this.#makeSortable(header);
  }

  show(query: RunQuery, ordered: Int32Array, selection: Selection, summary: RunsSummary): void {
    this.#query = query;
    this.#showColumns(query);
    this.#showStates(query, selection);
    find(this.#root, "[data-figures]").textContent = figureWords(summary);
    find(this.#root, "[data-histogram-words]").textContent = histogramWords(summary.histogram);
    this.#brush.show(summary.histogram);
    find(this.#root, "[data-result]").textContent = countWords(ordered.length, summary);
    find(this.#root, ".runs-table").hidden = ordered.length === 0;
    if (ordered.length === 0) this.#explainNothing(query);
    else this.rows.show(ordered);
    find(this.#root, "[data-empty]").hidden = ordered.length > 0;
  }

  #makeSortable(header: HTMLElement): void {
    const key = SORT_KEYS.find((name) => name === header.dataset["sortKey"]);
    if (key === undefined) return;
    const button = element("button", { type: "button", onclick: () => this.#sortBy(key) });
    button.append(...header.childNodes);
    header.append(button);
  }

  #sortBy(key: SortKey): void {
    if (this.#query === null) return;
    const { sort } = this.#query;
    // Times and lengths are mostly sought from the largest, names from the first.
    const first = ["started", "queue", "duration", "cost", "run"].includes(key);
    this.#change({ ...this.#query, sort: { key, descending: sort.key === key ? !sort.descending : first } });
  }

  #showColumns({ columns, sort }: RunQuery): void {
    for (const header of this.#root.querySelectorAll<HTMLElement>("th[data-column]")) {
      header.hidden = !columns.some((column) => column === header.dataset["column"]);
      const isSorted = header.dataset["sortKey"] === sort.key;
      header.ariaSort = isSorted ? (sort.descending ? "descending" : "ascending") : null;
    }
    if (this.#columns === columns.join()) return;
    this.#columns = columns.join();
    this.rows.reset();
  }

  #showStates(query: RunQuery, { counts }: Selection): void {
    const { include } = query.facets.status;
    const states = this.#table.state.values
      .map((state, code) => ({ state, runs: counts.status[code] ?? 0 }))
      .filter(({ state, runs }) => runs > 0 || include.includes(stateOf(state)))
      .sort((a, b) => b.runs - a.runs);
    const focused = document.activeElement?.getAttribute("data-state") ?? null;
    const items = states.map(({ state, runs }) => {
      const button = element(
        "button",
        {
          type: "button",
          class: "pill",
          "aria-pressed": String(include.includes(stateOf(state))),
          "data-state": stateOf(state),
          onclick: () => {
            const status = toggled(query.facets.status, "include", stateOf(state));
            this.#change({ ...query, facets: { ...query.facets, status } });
          },
        },
        statusElement(state),
        " ",
        element("b", { class: "num" }, count(runs)),
      );
      return element("li", {}, button);
    });
    const list = find(this.#root, "[data-states]");
    list.replaceChildren(...items);
    if (focused !== null)
      [...list.querySelectorAll("button")].find((button) => button.dataset["state"] === focused)?.focus();
  }

  /** Says which filter to let go of, with the number of runs that would give. */
  #explainNothing(query: RunQuery): void {
    const active = activeFilters(this.#table, query);
    const offer = (words: string, to: RunQuery) =>
      element("button", { type: "button", onclick: () => this.#change(to) }, words);
    const withCount = (words: string, to: RunQuery) => {
      const found = selectRuns(this.#table, to, []).rows.length;
      return found === 0 ? [] : [offer(`${words}: ${count(found)} attempts`, to)];
    };
    const wide: RunQuery = { ...query, period: "90d", from: null, to: null };
    const filters = active.length === 1 ? "this filter" : `these ${active.length} filters`;
    find(this.#root, "[data-empty]").replaceChildren(
      element(
        "div",
        { class: "empty" },
        element(
          "strong",
          {},
          active.length === 0 ? "No runs started in this period" : `No runs match ${filters}`,
        ),
        ...active.slice(0, 5).map(({ label, value, without }) => offer(`Remove ${label}: ${value}`, without)),
        ...(query.period === "90d" && query.from === null ? [] : withCount("Widen to 90 days", wide)),
        ...(active.length > 1 ? [offer("Clear all filters", withoutFilters(query))] : []),
      ),
    );
  }
}
