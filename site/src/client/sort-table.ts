/**
 * Makes the columns of the table inside sortable: `<th data-sort="number">` by the cells' `data-value`,
 * `<th data-sort="text">` by their text. Unknown values stay last in both directions.
 */
class SortTable extends HTMLElement {
  connectedCallback(): void {
    for (const header of this.querySelectorAll<HTMLTableCellElement>("thead th[data-sort]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...header.childNodes);
      button.addEventListener("click", () => this.#sortBy(header));
      header.append(button);
    }
  }

  #sortBy(header: HTMLTableCellElement): void {
    const numeric = header.dataset["sort"] === "number";
    // Numbers are mostly sought from the largest, texts from the first.
    const first = numeric ? "descending" : "ascending";
    const other = numeric ? "ascending" : "descending";
    const order = header.ariaSort === first ? other : first;
    for (const cell of this.querySelectorAll("thead th[data-sort]")) cell.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", order);
    const body = this.querySelector("tbody");
    const rows = [...(body?.rows ?? [])].map((row) => ({
      row,
      key: keyOf(row.cells[header.cellIndex], numeric),
    }));
    const sign = order === "ascending" ? 1 : -1;
    rows.sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      return sign * (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
    });
    body?.append(...rows.map(({ row }) => row));
  }
}

function keyOf(cell: HTMLTableCellElement | undefined, numeric: boolean): number | string | null {
  const value = cell?.dataset["value"] ?? cell?.textContent?.trim() ?? "";
  if (value === "") return null;
  return numeric ? Number(value) : value.toLowerCase();
}

customElements.define("sort-table", SortTable);
