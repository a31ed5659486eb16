import { bytes, duration } from "#core/format.ts";

/** Shows how long this page took in the reader's own browser. Nothing of it leaves the browser. */
const place = document.querySelector<HTMLElement>("[data-page-load]");

function show(): void {
  const [timing] = performance.getEntriesByType("navigation");
  if (place === null || !(timing instanceof PerformanceNavigationTiming)) return;
  const read = (milliseconds: number) => duration(Math.max(1, Math.round(milliseconds)) / 1000);
  const size = timing.transferSize > 0 ? `, ${bytes(timing.transferSize)} transferred` : ", from the cache";
  place.textContent = `${read(timing.loadEventEnd)}: answer after ${read(timing.responseEnd)}, readable after ${read(timing.domInteractive)}${size}`;
}

// The load event's own end is known only after it.
if (document.readyState === "complete") show();
else addEventListener("load", () => setTimeout(show));
