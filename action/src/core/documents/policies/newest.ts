import { compare, compareText } from "#core/records/order.ts";
import type { Utc } from "#core/time.ts";

/** Keeps the newest rows, in whatever order they come; the older ones are counted. */
export function newestRows<Row extends { at: Utc }>(most: number) {
  let kept: Row[] = [];
  let leftOut = 0;
  function cut(): void {
    kept.sort((a, b) => compare(b.at, a.at) || compareText(a, b));
    leftOut += Math.max(0, kept.length - most);
    kept = kept.slice(0, most);
  }
  return {
    add(row: Row): void {
      kept.push(row);
      if (kept.length >= 2 * most) cut();
    },
    /** Newest first. */
    finish(): { rows: Row[]; left_out: number } {
      cut();
      return { rows: kept, left_out: leftOut };
    },
  };
}
