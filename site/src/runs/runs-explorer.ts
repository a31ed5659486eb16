/** The Runs page: the address says the query, the index answers it, every control changes the query. */
import { formatRunQuery, parseRunQuery, type RunQuery, type Unread } from "#core/addresses/run-query.ts";
import { repositoryLinks } from "#core/links.ts";
import { activeFilters, withoutFilters } from "./active-filters.ts";
import { element, find } from "./element.ts";
import { orderRows } from "./order.ts";
import { RunData } from "./run-data.ts";
import { RunsPanel } from "./runs-panel.ts";
import { RunsToolbar } from "./runs-toolbar.ts";
import { choosesSteps, type Selection, selectRuns, stretchOf } from "./select.ts";
import { summarize } from "./summary.ts";

/** Typing must not flood the history's rate limit. */
const ADDRESS_DELAY = 250;

class RunsExplorer extends HTMLElement {
  #query: RunQuery = parseRunQuery(location.search).query;
  #unread: Unread[] = [];
  #data: RunData | null = null;
  #selection: Selection | null = null;
  #ordered: Int32Array = new Int32Array();
  #panel: RunsPanel | null = null;
  #toolbar: RunsToolbar | null = null;
  #addressTimer = 0;

  connectedCallback(): void {
    this.#read();
    void this.#load();
  }

  #read(): void {
    const { query, unread } = parseRunQuery(location.search);
    this.#query = query;
    this.#unread = unread;
  }

  async #load(): Promise<void> {
    this.ariaBusy = "true";
    const api = new URL(this.dataset["api"] ?? "", location.href).href;
    try {
      const data = await RunData.load(api);
      await data.loadTexts(...stretchOf(data.table, this.#query));
      this.#start(data);
    } catch (error) {
      this.#showProblem("The list of runs could not be loaded", error, () => void this.#load());
    }
    this.ariaBusy = null;
  }

  #start(data: RunData): void {
    const github = repositoryLinks(this.dataset["server"] ?? "", this.dataset["repository"] ?? "");
    this.#data = data;
    this.#panel = new RunsPanel(this, data.table, github, (query) => this.#change(query));
    // Runs of a developer's machine have no address.
    const home = this.dataset["address"] === undefined ? null : github;
    this.#toolbar = new RunsToolbar(this, data, home, {
      query: () => this.#query,
      change: (query) => this.#change(query),
      selection: () => this.#selection,
      ordered: () => this.#ordered,
      panel: this.#panel,
    });
    addEventListener("popstate", () => {
      this.#read();
      void this.#refresh();
    });
    addEventListener("pagehide", () => history.replaceState({ scroll: scrollY }, ""));
    find(this, "[data-note]").textContent = "";
    find(this, "[data-problem]").replaceChildren();
    this.dataset["ready"] = "";
    void this.#refresh().then(() => {
      const { scroll } = (history.state ?? {}) as { scroll?: number };
      if (scroll) scrollTo({ top: scroll });
    });
  }

  #change(query: RunQuery): void {
    this.#query = query;
    this.#unread = [];
    clearTimeout(this.#addressTimer);
    this.#addressTimer = window.setTimeout(() => this.#writeAddress(), ADDRESS_DELAY);
    void this.#refresh();
  }

  /** Refinements replace the address, so that Back leaves the page instead of undoing them one by one. */
  #writeAddress(): void {
    const { search, dropped } = formatRunQuery(this.#query);
    history.replaceState(history.state, "", `${location.pathname}${search}`);
    find(this, "[data-note]").textContent =
      dropped === null ? "" : `The address would get too long: it leaves out the filter “${dropped}”.`;
  }

  /** Shows what is known at once, and again when the months that the query needs are there. */
  async #refresh(): Promise<void> {
    const data = this.#data;
    if (data === null) return;
    const query = this.#query;
    const [from, to] = stretchOf(data.table, query);
    const bySteps = choosesSteps(query.step);
    const wanted = Promise.all([data.loadTexts(from, to), bySteps ? data.loadSteps(from, to) : null]);
    const isThere = await Promise.race([
      wanted.then(
        () => true,
        () => false,
      ),
      after(0, false),
    ]);
    // Without steps the rows are right already and only lack titles; by steps none would match yet.
    if (isThere || !bySteps) this.#show(data);
    if (isThere) return;
    this.ariaBusy = "true";
    try {
      await wanted;
      find(this, "[data-problem]").replaceChildren();
      if (query === this.#query) this.#show(data);
    } catch (error) {
      this.#showProblem("Part of the runs could not be loaded", error, () => void this.#refresh());
    }
    this.ariaBusy = null;
  }

  #show({ table, steps }: RunData): void {
    performance.mark("runs-start");
    const selection = selectRuns(table, this.#query, steps);
    const summary = summarize(table, selection.rows, selection.from, selection.to);
    this.#selection = selection;
    this.#ordered = orderRows(table, selection.rows, this.#query.sort);
    this.#panel?.show(this.#query, this.#ordered, selection, summary);
    this.#toolbar?.show();
    this.#showChips();
    performance.measure("runs-shown", "runs-start");
  }

  #showChips(): void {
    const table = this.#data?.table;
    if (table === undefined) return;
    const chip = (words: string, query: RunQuery, kind: "chip" | "chip warning" = "chip") => {
      const button = element("button", { type: "button", class: kind }, words);
      button.addEventListener("click", () => {
        this.#change(query);
        find(this, "[data-search]").focus();
      });
      return button;
    };
    const remover = (words: string, without: RunQuery, isWarning: boolean) => {
      const button = chip(words, without, isWarning ? "chip warning" : "chip");
      button.prepend(element("span", { class: "visually-hidden" }, "Remove filter "));
      button.append(element("span", { "aria-hidden": "true" }, " ×"));
      return button;
    };
    const active = activeFilters(table, this.#query);
    const chips = [
      ...this.#unread.map(({ parameter, value }) =>
        remover(`⚠ Not understood: ${parameter}=${value}`, this.#query, true),
      ),
      ...active.map(({ label, value, unknown, without }) =>
        remover(`${unknown ? "⚠ No such run: " : ""}${label}: ${value}`, without, unknown),
      ),
      ...(active.length > 1 ? [chip("Clear all", withoutFilters(this.#query))] : []),
    ].map((button) => element("li", {}, button));
    find(this, "[data-chips]").replaceChildren(...chips);
  }

  #showProblem(what: string, error: unknown, retry: () => void): void {
    const reason = error instanceof Error ? error.message : String(error);
    find(this, "[data-problem]").replaceChildren(
      element("p", { class: "problem" }, `${what}: ${reason}. What you see is as far as it goes. `),
      element("button", { type: "button", onclick: retry }, "Try again"),
    );
  }
}

function after<Value>(milliseconds: number, value: Value): Promise<Value> {
  return new Promise((resolve) => setTimeout(() => resolve(value), milliseconds));
}

customElements.define("runs-explorer", RunsExplorer);
