import { count } from "#core/format.ts";

/** Of a list that a page shows the beginning of. */
export function leftOutText(
  { rows, left_out }: { rows: readonly unknown[]; left_out: number },
  shown: number,
): string {
  const all = rows.length + left_out;
  return all > shown ? `${count(shown)} of ${count(all)} are shown.` : "";
}
