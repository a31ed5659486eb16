import { type Outcomes, ROLES } from "#core/outcome.ts";
import type { Difference } from "#core/statistics/compare.ts";
import { html, type Markup } from "./html.ts";

const WIDTH = 100;
const HEIGHT = 26;

/** The shape of a trend, for the eye alone: the numbers are elsewhere on the page. Null is a gap. */
export function sparkline(values: readonly (number | null)[]): Markup | null {
  const highest = Math.max(...values.map((value) => value ?? 0), 0);
  const step = values.length > 1 ? WIDTH / (values.length - 1) : 0;
  let drawing = false;
  const path = values
    .map((value, index) => {
      if (value === null) {
        drawing = false;
        return "";
      }
      const x = (index * step).toFixed(1);
      const y = (HEIGHT + 1 - (highest === 0 ? 0 : (value / highest) * HEIGHT)).toFixed(1);
      const command = drawing ? "L" : "M";
      drawing = true;
      // A lone point would be invisible: give it a little length.
      return `${command}${x} ${y}${values[index + 1] === null || index === values.length - 1 ? "h.1" : ""}`;
    })
    .join("");
  if (path === "") return null;
  return html`<svg class="spark" viewBox="0 0 ${WIDTH} 28" preserveAspectRatio="none" aria-hidden="true"><path d="${path}"/></svg>`;
}

/** How a set of attempts ended, as one bar; the numbers stand beside it, so it is for the eye alone. */
export function outcomeBar(outcomes: Outcomes): Markup {
  let x = 0;
  const parts = ROLES.flatMap((role) => {
    const width = outcomes.total === 0 ? 0 : (outcomes[role] / outcomes.total) * 100;
    const part = html`<rect class="fill-${role}" x="${x.toFixed(2)}" width="${width.toFixed(2)}" height="10"/>`;
    x += width;
    return width === 0 ? [] : [part];
  });
  return html`<svg class="outcome-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}

/** The interval of a difference on a scale of its own, with 0 in it. */
export function whisker({ low, high, difference }: Difference): Markup | null {
  if (low === null || high === null || difference === null) return null;
  const reach = Math.max(Math.abs(low), Math.abs(high)) * 1.1 || 1;
  const x = (value: number) => (60 + (value / reach) * 56).toFixed(1);
  return html`<svg class="interval" viewBox="0 0 120 16" aria-hidden="true"><line x1="60" x2="60" y1="1" y2="15"/><line class="range" x1="${x(low)}" x2="${x(high)}" y1="8" y2="8"/><circle cx="${x(difference)}" cy="8" r="3.5"/></svg>`;
}

/** A number's share of the column's largest, 0 to 1. */
export function shareBar(share: number, role: string): Markup {
  const width = Math.max(0, Math.min(1, share)) * 100;
  return html`<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="fill-${role}" width="${width.toFixed(1)}" height="10"/></svg>`;
}
