import type { Attempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { grouped } from "#core/attempts/grouped.ts";
import { globs } from "#core/glob.ts";
import { namesOf } from "#core/guard/own-run.ts";
import { BARE, type Condition, newestRuns, subjectOf } from "#core/records/condition.ts";
import type { GuardVerdict } from "#core/records/guard-verdict.ts";
import { attemptKey, runKey, workflowOf } from "#core/records/run.ts";
import { addSeconds, DAY_SECONDS, type Utc } from "#core/time.ts";

const MOST_WORKFLOWS = 200;
const KEPT_DAYS = 7;
const IN_A_ROW = 3;
/** Clocks of runners and of GitHub differ by as much. */
const GRACE_SECONDS = 60;

type Run = { at: Utc; run_id: number; run_attempt: number };
type Decided = Run & { verdict: GuardVerdict; name: string };

/** Agents that started without the guard where it is required, one that knows nothing, and glass that was broken. */
export function watchedGuard({ config, state, repository, now }: Context): Fold<Condition[]> {
  // Where artifacts are not read, nobody knows what a guard left.
  const isRequired = config.telemetry.artifacts === 0 ? () => false : globs(config.guard.required);
  const today = addSeconds(now, -DAY_SECONDS);
  const kept = addSeconds(now, -KEPT_DAYS * DAY_SECONDS);
  // Of these it is not known yet what their agents did, or what a guard left.
  const pending = new Set(
    state.pending.filter(({ needs }) => needs.some((need) => LEFT.has(need))).map(attemptKey),
  );
  const unguarded = grouped(MOST_WORKFLOWS, (_: number): Decided["name"][] => []);
  const runs = new Map<number, Run[]>();
  const decided: Decided[] = [];
  return {
    add(attempt): void {
      const { run, at, own, guard } = attempt;
      if (own || run.from_fork || at < kept || at > now) return;
      const told = { at, run_id: run.id, run_attempt: run.run_attempt };
      const name = workflowOf(run);
      if (guard !== null) decided.push({ ...told, verdict: guard, name });
      if (at < today || pending.has(runKey(run)) || !namesOf(run).some(isRequired)) return;
      if (!startedWithout(attempt)) return;
      unguarded.of(run.workflow_id)?.push(name);
      runs.set(run.workflow_id, [...(runs.get(run.workflow_id) ?? []), told]);
    },
    finish: () => [
      ...[...unguarded.groups].map(([id, names]) => {
        const of = runs.get(id) ?? [];
        return {
          ...BARE,
          ...{ rule: "unguarded", severity: "critical", value: of.length, unit: "count", n: of.length },
          subject: subjectOf("workflow", String(id), names.at(-1)),
          since: of[0]?.at ?? null,
          runs: newestRuns(of),
        } satisfies Condition;
      }),
      ...unknownInRow(decided, repository.full_name),
      ...brokenGlass(decided.filter(({ at }) => at >= today)),
    ],
  };
}

const LEFT: ReadonlySet<string> = new Set(["completion", "jobs", "artifacts", "telemetry"]);

/** An agent whose own clock tells that it began before the guard was asked, or that never asked it. */
function startedWithout({ invocations, guard }: Attempt): boolean {
  if (invocations.length === 0) return false;
  if (guard === null) return true;
  const from = addSeconds(guard.at, -GRACE_SECONDS);
  return invocations.some(({ execution }) => (execution?.started_at ?? from) < from);
}

function unknownInRow(decided: readonly Decided[], repository: string): Condition[] {
  const newest = decided.toSorted((a, b) => (a.verdict.at < b.verdict.at ? -1 : 1)).slice(-IN_A_ROW);
  const [first] = newest;
  if (first === undefined || newest.length < IN_A_ROW) return [];
  if (newest.some(({ verdict }) => verdict.answer !== "unknown")) return [];
  return [
    {
      ...BARE,
      ...{ rule: "guard-unknown", value: newest.length, unit: "count", limit: IN_A_ROW },
      subject: subjectOf("repository", repository),
      since: first.verdict.at,
      runs: newestRuns(newest),
    },
  ];
}

function brokenGlass(decided: readonly Decided[]): Condition[] {
  return decided
    .filter(({ verdict }) => verdict.break_glass !== null)
    .map((each) => ({
      ...BARE,
      ...{ rule: "break-glass", severity: "critical", value: 1, unit: "count" },
      subject: subjectOf("work", attemptKey(each), `run ${each.run_id} of ${each.name}`),
      since: each.verdict.at,
      runs: newestRuns([each]),
    }));
}
