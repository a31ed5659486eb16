/** `/` searches, `j` and `k` walk the runs in their filtered order. Off by choice, and never while typing. */
import { find } from "./element.ts";
import { read, write } from "./preference.ts";
import type { Explorer } from "./runs-toolbar.ts";

export function wireShortcuts(root: HTMLElement, { panel, ordered }: Explorer): void {
  const choice = find<HTMLInputElement>(root, "[data-shortcuts]");
  choice.checked = read("shortcuts") !== "0";
  choice.addEventListener("change", () => write("shortcuts", choice.checked ? "1" : "0"));
  // Where the walk stands when the focus has left the table.
  let position = -1;
  document.addEventListener("keydown", (event) => {
    if (!choice.checked || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === "/") find<HTMLInputElement>(root, "[data-search]").focus();
    else if (event.key === "j" || event.key === "k") {
      const current = panel.rows.focused();
      const next = (current >= 0 ? current : position) + (event.key === "j" ? 1 : -1);
      position = Math.max(0, Math.min(ordered().length - 1, next));
      panel.rows.focus(position);
    } else return;
    event.preventDefault();
  });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest("input, select, textarea, [contenteditable]") !== null
  );
}
