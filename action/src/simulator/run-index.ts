import type { JobPayload, RunPayload, SimulatedAttempt, SimulatedRepository } from "#simulator/model.ts";

/** A run with what listing it needs. */
export type RunRow = {
  /** Epoch milliseconds of `created_at`, which no re-run changes. */
  created: number;
  attempts: SimulatedAttempt[];
};

type Index = {
  source: SimulatedRepository["runs"];
  length: number;
  newestFirst: RunRow[];
  runs: Map<number, SimulatedAttempt[]>;
  jobs: Map<number, SimulatedAttempt>;
};

const indexes = new WeakMap<SimulatedRepository, Index>();

/** Forgets the order of the runs; needed only after changing a `created_at` in place. */
function touch(repository: SimulatedRepository): void {
  indexes.delete(repository);
}

export function newestFirst(repository: SimulatedRepository): readonly RunRow[] {
  return indexOf(repository).newestFirst;
}

/** What `GET …/runs/{id}` shows: the last attempt. */
export function latest(attempts: readonly SimulatedAttempt[]): RunPayload {
  const last = attempts.at(-1);
  if (last === undefined) throw new Error("a simulated run without attempts");
  return last.run;
}

/** The attempts of a run, ascending. */
export function findRun(repository: SimulatedRepository, id: number): SimulatedAttempt[] | null {
  const known = (attempts: SimulatedAttempt[] | undefined) => attempts?.at(-1)?.run.id === id;
  const attempts = indexOf(repository).runs.get(id);
  if (known(attempts)) return attempts ?? null;
  touch(repository);
  return indexOf(repository).runs.get(id) ?? null;
}

export function findJob(
  repository: SimulatedRepository,
  id: number,
): { attempt: SimulatedAttempt; job: JobPayload } | null {
  const found = lookUp();
  if (found !== null) return found;
  touch(repository); // jobs come and go while the runs stay
  return lookUp();

  function lookUp() {
    const attempt = indexOf(repository).jobs.get(id);
    const job = attempt?.jobs.find((candidate) => candidate.id === id);
    return attempt && job ? { attempt, job } : null;
  }
}

function indexOf(repository: SimulatedRepository): Index {
  const known = indexes.get(repository);
  if (known?.source === repository.runs && known.length === repository.runs.length) return known;
  const rows = repository.runs.map(({ attempts }) => ({
    created: Date.parse(latest(attempts).created_at),
    attempts,
  }));
  const index: Index = {
    source: repository.runs,
    length: repository.runs.length,
    newestFirst: rows.sort((a, b) => b.created - a.created || latest(b.attempts).id - latest(a.attempts).id),
    runs: new Map(rows.map(({ attempts }) => [latest(attempts).id, attempts])),
    jobs: new Map(
      rows.flatMap(({ attempts }) =>
        attempts.flatMap((attempt) => attempt.jobs.map((job) => [job.id, attempt] as const)),
      ),
    ),
  };
  indexes.set(repository, index);
  return index;
}
