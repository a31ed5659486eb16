import { count } from "#core/format.ts";
import type { JudgedWhen } from "#core/policies/keys.ts";

const WHEN: Readonly<Record<JudgedWhen, string>> = {
  before: "before",
  both: "before and after",
  after: "after",
};

export function whenJudged(when: JudgedWhen): string {
  return WHEN[when];
}

/** Of a list that a page shows the beginning of. */
export function leftOutText(
  { rows, left_out }: { rows: readonly unknown[]; left_out: number },
  shown: number,
): string {
  const all = rows.length + left_out;
  return all > shown ? `${count(shown)} of ${count(all)} are shown.` : "";
}
