import type { Prices } from "#core/config/prices.ts";
import { money } from "#core/format.ts";
import { executionCost } from "#core/pricing/cost.ts";
import { nano } from "#core/pricing/money.ts";
import type { Execution } from "#core/records/execution.ts";
import { jobTimes, ownJobTimes } from "#core/records/job-time.ts";
import { type Run, startedAt } from "#core/records/run.ts";

/**
 * What the agents of one job can have cost at most, in US dollars for each minute it ran, rounded up. A request of
 * 200,000 fresh tokens to the dearest models of late 2026 costs about $3 and is answered in some 20 s, so one agent
 * stays below $10 a minute. Whatever runs in a job can print any sum into its log; files are not bounded by this.
 */
const MOST_USD_PER_MINUTE = 10;

const REASON = "Not believed: ";

/** Executions that a log told lose their usage where the job, with what it told before, cannot have cost that much. */
export function believed(executions: readonly Execution[], run: Run, prices: Prices): Execution[] {
  const spent = new Map<number | null, number>();
  return executions.map((execution) => {
    if (execution.trust !== "log") return execution;
    const { tokens_nano_usd: cost } = executionCost(execution, startedAt(run), prices);
    const minutes = Math.ceil(secondsOf(execution, run) / 60);
    const sum = (spent.get(execution.job_id) ?? 0) + (cost ?? 0);
    if (sum <= nano(minutes * MOST_USD_PER_MINUTE)) {
      spent.set(execution.job_id, sum);
      return execution;
    }
    const most = money(nano(minutes * MOST_USD_PER_MINUTE));
    const note = `${REASON}its log tells ${money(cost)}, and a job of ${minutes} min costs ${most} at most.`;
    return { ...execution, usage: [], truncated: [...execution.truncated.slice(0, 19), note] };
  });
}

/** Why an execution has no usage although something told one; null where nothing was disbelieved. */
export function whyNotBelieved({ truncated }: Pick<Execution, "truncated">): string | null {
  return truncated.find((note) => note.startsWith(REASON)) ?? null;
}

/** Its job's, else the longest job's, for a log belongs to one job; 0 where nothing is known, which bears no cost. */
function secondsOf(execution: Execution, run: Run): number {
  const job = jobTimes(run)?.find(({ id }) => id === execution.job_id);
  if (job !== undefined) return job.duration_seconds ?? 0;
  const jobs = (ownJobTimes(run) ?? []).map(({ duration_seconds }) => duration_seconds ?? 0);
  return jobs.length > 0 ? Math.max(...jobs) : (run.duration_seconds ?? 0);
}
