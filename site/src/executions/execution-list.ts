import type { ListedExecution } from "#core/documents/executions/executions.ts";
import { count, plural } from "#core/format.ts";
import { find } from "../runs/element.ts";
import { executionRow } from "./execution-row.ts";

const ROWS = 50;
const FIELDS = ["q", "status", "agent", "model", "order"] as const;
type Wanted = Record<(typeof FIELDS)[number], string> & { page: number };

/**
 * Filters, orders and pages through the executions. The page's own rows stay until something is asked for; then the
 * newest 2,000 are loaded once. What is asked for stands in the address.
 */
class ExecutionList extends HTMLElement {
  #rows: Promise<ListedExecution[]> | null = null;
  #page = 0;

  connectedCallback(): void {
    const wanted = new URLSearchParams(location.search);
    for (const name of FIELDS) this.#field(name).value = wanted.get(name) ?? "";
    this.#page = Math.max(0, (Number(wanted.get("page")) || 1) - 1);
    const pager = find(this, ".pager");
    pager.hidden = false;
    this.addEventListener("input", () => this.#show(0));
    pager.addEventListener("click", ({ target }) => {
      const step = (target as HTMLElement).dataset["step"];
      if (step !== undefined) this.#show(this.#page + Number(step));
    });
    const asked = FIELDS.some((name) => this.#field(name).value !== "") || this.#page > 0;
    if (asked) this.#show(this.#page);
    else this.#step(Number.POSITIVE_INFINITY);
  }

  #field(name: string): HTMLInputElement | HTMLSelectElement {
    return find<HTMLInputElement | HTMLSelectElement>(this, `[name="${name}"]`);
  }

  async #show(page: number): Promise<void> {
    this.#page = page;
    const said = find(this, "[data-said]");
    const values = FIELDS.map((name) => [name, this.#field(name).value] as const);
    const wanted = { ...(Object.fromEntries(values) as Record<(typeof FIELDS)[number], string>), page };
    remember(wanted);
    let rows: ListedExecution[];
    try {
      this.#rows ??= load(this.dataset["source"] ?? "");
      rows = await this.#rows;
    } catch {
      this.#rows = null;
      said.textContent =
        "The list could not be loaded; the newest rows are shown. Try again, or use the CSV.";
      return;
    }
    const base = document.documentElement.dataset["base"] ?? "";
    const found = select(rows, wanted);
    const shown = found.slice(page * ROWS, (page + 1) * ROWS);
    find(this, "tbody").replaceChildren(...shown.map((row) => executionRow(row, base)));
    said.textContent =
      shown.length === 0
        ? "No execution matches"
        : `${count(page * ROWS + 1)}–${count(page * ROWS + shown.length)} of ${plural(found.length, "execution")}`;
    find(this, "h2").textContent = wanted.order === "" ? "Newest" : this.#chosen("order");
    this.#step(found.length);
  }

  #chosen(name: string): string {
    const field = this.#field(name);
    return field instanceof HTMLSelectElement ? (field.selectedOptions[0]?.textContent ?? "") : field.value;
  }

  #step(found: number): void {
    find<HTMLButtonElement>(this, '[data-step="-1"]').disabled = this.#page === 0;
    find<HTMLButtonElement>(this, '[data-step="1"]').disabled = (this.#page + 1) * ROWS >= found;
  }
}

async function load(address: string): Promise<ListedExecution[]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  const file = (await answer.json()) as { data: { rows: ListedExecution[] } };
  return file.data.rows;
}

const MEASURES: Readonly<Record<string, (row: ListedExecution) => number | null>> = {
  cost: (row) => row.cost_nano_usd,
  tokens: (row) => row.tokens_total,
  duration: (row) => row.duration_seconds,
  turns: (row) => row.turns,
};

function select(rows: readonly ListedExecution[], wanted: Wanted): ListedExecution[] {
  const words = wanted.q.toLowerCase().split(/\s+/).filter(Boolean);
  const found = rows.filter((row) => {
    if (wanted.status !== "" && row.status !== wanted.status) return false;
    if (wanted.agent !== "" && row.agent !== wanted.agent) return false;
    if (wanted.model !== "" && !row.models.includes(wanted.model)) return false;
    if (words.length === 0) return true;
    const { agent, workflow, title, user_id, session_id, execution_id, models, error_type } = row;
    const texts = [agent, workflow, title, user_id, session_id, execution_id, error_type, ...models];
    const text = `${texts.join(" ")} ${row.run_id} #${row.run_number}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const measure = MEASURES[wanted.order];
  // Unknown comes last; rows are the newest first already, and sorting keeps that.
  return measure === undefined ? found : found.sort((a, b) => (measure(b) ?? -1) - (measure(a) ?? -1));
}

function remember(wanted: Wanted): void {
  const address = new URL(location.href);
  for (const name of FIELDS)
    if (wanted[name] === "") address.searchParams.delete(name);
    else address.searchParams.set(name, wanted[name]);
  if (wanted.page === 0) address.searchParams.delete("page");
  else address.searchParams.set("page", String(wanted.page + 1));
  history.replaceState(null, "", address);
}

customElements.define("execution-list", ExecutionList);
