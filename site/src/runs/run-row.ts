/** Makes rows from the page's own template and fills them with text, never with HTML. */
import type { RunTable } from "#core/documents/runs/run-table.ts";
import type { RepositoryLinks } from "#core/links.ts";
import { stateOf } from "#core/outcome.ts";
import { find } from "./element.ts";
import { FIELDS, type Field, rowText } from "./row-text.ts";
import { statusElement } from "./status-element.ts";
import type { PooledRow } from "./virtual-rows.ts";

/** @param root holds `template[data-row]`, and headers that say which columns are shown */
export function rowMaker(root: HTMLElement, table: RunTable, github: RepositoryLinks): () => PooledRow {
  const template = find<HTMLTemplateElement>(root, "template[data-row]");
  const base = new URL(document.documentElement.dataset["base"] ?? "./", location.href).href;
  return () => {
    const row = template.content.querySelector("tr")?.cloneNode(true) as HTMLTableRowElement;
    for (const cell of row.cells)
      cell.hidden = find(root, `th[data-column="${cell.dataset["column"]}"]`).hidden;
    const status = find(row, "[data-status]");
    const parts = FIELDS.map((field): [Field, HTMLElement] => [field, find(row, `[data-field="${field}"]`)]);
    let state: string | null = null;
    return {
      element: row,
      show(index) {
        const { status: ended, text, links } = rowText(table, index, github);
        row.dataset["run"] = `${table.id[index]}/${table.attempt[index]}`;
        if (state !== stateOf(ended)) status.replaceChildren(statusElement(ended));
        state = stateOf(ended);
        for (const [field, part] of parts) {
          if (part.textContent !== text[field]) part.textContent = text[field];
          if (part.classList.contains("clip")) part.title = text[field];
          if (!(part instanceof HTMLAnchorElement)) continue;
          const link = links[field];
          if (link === undefined) part.removeAttribute("href");
          else part.href = link.site ? base + link.address : link.address;
        }
      },
    };
  };
}
