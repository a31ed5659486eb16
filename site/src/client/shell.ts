/** What every page does in the browser: the theme switch, and ages that keep up with the clock. */
import { ago } from "#core/format.ts";

const THEMES = ["auto", "light", "dark"] as const;
const root = document.documentElement;
const button = document.querySelector<HTMLButtonElement>("button[data-theme-switch]");

function showTheme(): void {
  if (button) button.textContent = `Theme: ${root.dataset["theme"] ?? "auto"}`;
}

button?.addEventListener("click", () => {
  const current = THEMES.findIndex((theme) => theme === (root.dataset["theme"] ?? "auto"));
  const next = THEMES[(current + 1) % THEMES.length] ?? "auto";
  root.dataset["theme"] = next;
  try {
    localStorage.setItem("agentops-theme", next);
  } catch {
    // Storage is forbidden: the choice lasts for this page.
  }
  showTheme();
  // Canvases cannot read CSS variables by themselves.
  document.dispatchEvent(new CustomEvent("themechange"));
});

function showAges(): void {
  for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-ago]"))
    time.textContent = ago((Date.now() - Date.parse(time.dateTime)) / 1000);
  for (const chip of document.querySelectorAll<HTMLElement>("[data-stale-at]"))
    if (Date.now() > Date.parse(chip.dataset["staleAt"] ?? "")) {
      chip.dataset["state"] = "stale";
      const word = chip.querySelector("[data-word]");
      // Not "stale": a sync that finds nothing stores nothing, and a page cannot tell quiet hours from missed ones.
      if (word) word.textContent = "No news";
    }
}

/** Menus close like everybody's: by Escape, which gives the focus back, and by a click elsewhere. */
for (const menu of document.querySelectorAll<HTMLDetailsElement>("details[data-closes]")) {
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
}

showTheme();
showAges();
setInterval(showAges, 60_000);
