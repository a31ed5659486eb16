import type { Context } from "#core/attempts/context.ts";
import type { Line } from "#core/attempts/ledger.ts";
import { type JobCost, jobCost, standardIsFree } from "#core/pricing/runner-minutes.ts";
import { ownJobTimes } from "#core/records/job-time.ts";
import type { Run } from "#core/records/run.ts";

/**
 * A line for each kind of runner, and of them for jobs that still run: their minutes are not known yet.
 *
 * @param agents of jobs that are one agent's; the others are whose the run is
 */
export function minuteLines(
  run: Run,
  base: Line,
  { repository, config }: Context,
  agents: ReadonlyMap<number, string>,
): Line[] {
  const jobs = ownJobTimes(run);
  if (jobs === null) return [{ ...base, kind: "minutes", why: "its jobs are not known" }];
  const free = standardIsFree(run, repository);
  const lines = new Map<string, Line>();
  for (const job of jobs) {
    const cost = jobCost(job, base.at, free, config.prices.runners);
    if (cost.minutes === 0) continue; // it never ran
    const agent = agents.get(job.id) ?? base.agent;
    const key = JSON.stringify([cost.runner, cost.basis, cost.minutes === null, agent]);
    const line = lines.get(key) ?? {
      ...base,
      ...START,
      agent,
      item: cost.runner,
      basis: cost.basis,
      why: whyOf(cost),
    };
    lines.set(key, line);
    line.n = (line.n ?? 0) + 1;
    line.quantity = both(line.quantity, cost.minutes);
    line.amount_nano_usd = both(line.amount_nano_usd, cost.nano_usd);
    line.worth_nano_usd = both(line.worth_nano_usd, cost.worth_nano_usd);
    line.seconds += job.duration_seconds ?? 0;
  }
  return [...lines.values()];
}

const START = { kind: "minutes", n: 0, quantity: 0, amount_nano_usd: 0, worth_nano_usd: 0 } as const;

/** Unknown where either is: half of the minutes of one kind would look like all. */
function both(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}

function whyOf({ basis, minutes }: JobCost): string {
  if (minutes === null) return "how long it ran is not known";
  if (basis === "list") return "GitHub's price list";
  if (basis === "free") return "standard runners are free here";
  if (basis === "configured") return "prices.runners of the configuration";
  if (basis === "self_hosted") return "GitHub charges nothing, and no price is configured";
  return "no price is known for these labels";
}
