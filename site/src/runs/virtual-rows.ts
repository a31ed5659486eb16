/**
 * Shows any number of rows with at most sixty in the page: spacers above and below keep the window's scroll bar
 * honest, and the rows in between are the same few elements, filled anew.
 */
import { element } from "./element.ts";

const MOST_ROWS = 60;
const OVERSCAN = 8;

/** A reusable `<tr>`. */
export type PooledRow = { element: HTMLTableRowElement; show(row: number): void };

export class VirtualRows {
  readonly #table: HTMLTableElement;
  readonly #body: HTMLTableSectionElement;
  readonly #makeRow: () => PooledRow;
  readonly #above = spacer();
  readonly #below = spacer();
  readonly #pool: PooledRow[] = [];
  #rows: Int32Array = new Int32Array();
  /** Position of the first pooled row. */
  #first = 0;
  #height = 0;
  #scheduled = false;

  constructor(table: HTMLTableElement, body: HTMLTableSectionElement, makeRow: () => PooledRow) {
    this.#table = table;
    this.#body = body;
    this.#makeRow = makeRow;
    body.replaceChildren();
    body.before(this.#above);
    body.after(this.#below);
    const schedule = () => {
      if (this.#scheduled) return;
      this.#scheduled = true;
      requestAnimationFrame(() => {
        this.#scheduled = false;
        this.#draw(false);
      });
    };
    addEventListener("scroll", schedule, { passive: true });
    addEventListener("resize", () => {
      this.#height = 0;
      schedule();
    });
  }

  /** Shows other rows, or the same ones anew. */
  show(rows: Int32Array): void {
    this.#rows = rows;
    this.#table.setAttribute("aria-rowcount", String(rows.length + 1));
    this.#draw(true);
  }

  /** Forgets the rows' height and elements, after the columns or the density changed. */
  reset(): void {
    this.#pool.length = 0;
    this.#height = 0;
    this.#draw(true);
  }

  /** The position of the row that holds the focus; -1 when none does. */
  focused(): number {
    const index = this.#pool.findIndex((row) => row.element.contains(document.activeElement));
    return index < 0 ? -1 : this.#first + index;
  }

  /** Scrolls to a position and focuses its link. */
  focus(position: number): void {
    if (position < 0 || position >= this.#rows.length) return;
    const top = this.#top() + position * this.#height;
    const header = this.#table.tHead?.getBoundingClientRect().bottom ?? 0;
    const margin = this.#height * 2;
    if (top - margin < scrollY + header || top + margin > scrollY + innerHeight)
      scrollTo({ top: top - innerHeight / 2 });
    this.#draw(true);
    this.#pool[position - this.#first]?.element.querySelector("a")?.focus({ preventScroll: true });
  }

  #draw(isNew: boolean): void {
    if (this.#height === 0) this.#measure();
    const total = this.#rows.length;
    const visible = Math.ceil(innerHeight / this.#height) + 2 * OVERSCAN;
    const size = Math.min(total, MOST_ROWS, visible);
    const above = Math.floor((scrollY - this.#top()) / this.#height) - OVERSCAN;
    const first = Math.max(0, Math.min(total - size, above));
    if (!isNew && first === this.#first && size === this.#pool.length) return;
    const focused = this.#focusedKey();
    this.#first = first;
    while (this.#pool.length > size) this.#pool.pop();
    while (this.#pool.length < size) this.#pool.push(this.#makeRow());
    for (const [index, { element: tr, show }] of this.#pool.entries()) {
      show(this.#rows[first + index] ?? 0);
      tr.ariaRowIndex = String(first + index + 2);
    }
    const elements = this.#pool.map((row) => row.element);
    if (this.#body.children.length !== size || this.#body.firstElementChild !== elements[0])
      this.#body.replaceChildren(...elements);
    setHeight(this.#above, first * this.#height);
    setHeight(this.#below, (total - first - size) * this.#height);
    if (focused !== null) this.#refocus(focused);
  }

  /** The focused link's place within its row, and which run it belongs to: pooled rows change their run. */
  #focusedKey(): { run: string; index: number } | null {
    const active = document.activeElement;
    const row = this.#pool.find(({ element: tr }) => tr.contains(active))?.element;
    if (row === undefined || !(active instanceof HTMLAnchorElement)) return null;
    return { run: row.dataset["run"] ?? "", index: [...row.querySelectorAll("a")].indexOf(active) };
  }

  #refocus({ run, index }: { run: string; index: number }): void {
    const row = this.#pool.find(({ element: tr }) => tr.dataset["run"] === run)?.element;
    const link = row?.querySelectorAll("a")[index];
    if (link && link !== document.activeElement) link.focus({ preventScroll: true });
    else if (row === undefined && document.activeElement instanceof HTMLElement)
      document.activeElement.blur();
  }

  #measure(): void {
    const [row = this.#makeRow()] = this.#pool;
    if (!row.element.isConnected) {
      row.show(this.#rows[0] ?? 0);
      this.#body.replaceChildren(row.element);
    }
    this.#height = row.element.getBoundingClientRect().height || 32;
  }

  /** Of the first row of all, from the top of the document. */
  #top(): number {
    return this.#above.getBoundingClientRect().top + scrollY;
  }
}

function spacer(): HTMLTableSectionElement {
  const row = element("tr", { role: "presentation" }, element("td", { role: "presentation" }));
  return element("tbody", { class: "spacer", "aria-hidden": "true", role: "presentation" }, row);
}

function setHeight(spacer: HTMLTableSectionElement, pixels: number): void {
  const cell = spacer.rows[0]?.cells[0];
  if (cell) cell.style.height = `${pixels}px`;
}
