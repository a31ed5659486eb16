import * as z from "zod";
import { ENOUGH } from "#core/statistics/enough.ts";

/** A share of `n`; null when there is nothing to share. */
export const Rate = z.strictObject({
  value: z.number().nullable(),
  part: z.number().int(),
  n: z.number().int(),
  /** `n` carries a percentage; below, the parts are told instead. */
  enough: z.boolean(),
});
export type Rate = z.infer<typeof Rate>;

export function rate(part: number, n: number): Rate {
  return { value: n === 0 ? null : part / n, part, n, enough: n >= ENOUGH.rate };
}

/** Change against the previous equal period; null when either side is unknown. */
export function change(current: number | null, previous: number | null): number | null {
  return current === null || previous === null ? null : current - previous;
}
