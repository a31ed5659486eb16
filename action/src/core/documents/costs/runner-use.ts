import * as z from "zod";
import type { Folding } from "#core/attempts/fold.ts";
import type { Line } from "#core/attempts/ledger.ts";
import { Nano } from "#core/pricing/money.ts";
import { MINUTES_BASES, type MinutesBasis } from "#core/pricing/runner-minutes.ts";
import { plus } from "#core/statistics/distribution.ts";

const Count = z.number().int();

/** The minutes of one kind of runner that rest on the same basis. */
export const RunnerUse = z.strictObject({
  /** GitHub's SKU, `self_hosted`, or labels that are not GitHub's. */
  runner: z.string(),
  basis: z.enum(MINUTES_BASES),
  jobs: Count,
  /** Billed: each job rounded up to a whole minute. */
  minutes: Count,
  /** What the jobs took. */
  seconds: z.number(),
  /** Null: no price is known. */
  nano_usd: Nano.nullable(),
  /** At list price, where it is free. */
  worth_nano_usd: Nano.nullable(),
});
export type RunnerUse = z.infer<typeof RunnerUse>;

/** Folds lines: minutes by kind of runner, dearest first. Jobs that still run are left out. */
export function runnerUseFold(): Folding<Line, RunnerUse[]> {
  const rows = new Map<string, RunnerUse>();
  return {
    add(line) {
      if (line.kind !== "minutes" || line.item === null || line.quantity === null) return;
      const key = `${line.item}\n${line.basis}`;
      const row = rows.get(key) ?? {
        runner: line.item,
        basis: line.basis as MinutesBasis,
        jobs: 0,
        minutes: 0,
        seconds: 0,
        nano_usd: null,
        worth_nano_usd: null,
      };
      rows.set(key, row);
      row.jobs += line.n ?? 0;
      row.minutes += line.quantity;
      row.seconds += line.seconds;
      row.nano_usd = plus(row.nano_usd, line.amount_nano_usd);
      row.worth_nano_usd = plus(row.worth_nano_usd, line.worth_nano_usd);
    },
    finish: () =>
      [...rows.values()].sort(
        (a, b) => (b.worth_nano_usd ?? 0) - (a.worth_nano_usd ?? 0) || (a.runner < b.runner ? -1 : 1),
      ),
  };
}
