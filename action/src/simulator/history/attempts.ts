import { epoch, formatUtc } from "#core/time.ts";
import { aRun } from "#simulator/builders.ts";
import type { Commit } from "#simulator/history/happened.ts";
import { performJobs, type Stage } from "#simulator/history/jobs.ts";
import type { Fate, Occasion, Take } from "#simulator/history/occasion.ts";
import { account, nameOf } from "#simulator/history/people.ts";
import { asOf } from "#simulator/history/present.ts";
import type { JobPayload, MinimalRepositoryPayload, RunPayload, SimulatedAttempt } from "#simulator/model.ts";

/** The run that an occasion starts: which repository and number it has, before anything happened. */
export type Opening = {
  id: number;
  number: number;
  repository: MinimalRepositoryPayload;
  head: MinimalRepositoryPayload;
};

/** Performs the attempts of a run, one after the other, until the present. */
export function performRun(
  stage: Stage,
  occasion: Occasion,
  takes: readonly Take[],
  opening: Opening,
): SimulatedAttempt[] {
  const { now } = stage.story;
  const attempts: SimulatedAttempt[] = [];
  let startsAt = occasion.at;
  for (const take of takes) {
    startsAt += take.after;
    if (startsAt >= now) break;
    const run = openRun(stage, occasion, take, opening, attempts.length + 1, startsAt);
    const carried = take.failedOnly ? succeeded(attempts.at(-1)) : new Map();
    const attempt = asOf(
      close(run, performJobs(stage, run, occasion, take, carried), take),
      occasion.blueprint,
      now,
    );
    attempts.push(attempt);
    if (attempt.run.status !== "completed" || attempt.run.conclusion === "success") break;
    startsAt = epoch(attempt.run.updated_at);
  }
  return attempts;
}

function openRun(
  { random }: Stage,
  occasion: Occasion,
  take: Take,
  { id, number, repository, head }: Opening,
  attempt: number,
  startsAt: number,
): RunPayload {
  const { blueprint, commit, pull } = occasion;
  const dynamic = occasion.event === "dynamic";
  return aRun({
    id,
    repository,
    head_repository: pull?.fork && random.chance(0.08) ? null : head,
    // A workflow file that cannot be read has no name yet.
    name: take.fate.conclusion === "startup_failure" ? blueprint.path : blueprint.name,
    path: blueprint.path,
    workflow_id: blueprint.id,
    run_number: number,
    run_attempt: attempt,
    event: occasion.event,
    head_branch: occasion.branch,
    head_sha: commit.sha,
    head_commit: dynamic && random.chance(0.4) ? null : headCommit(commit),
    display_title: firstLine(occasion.title),
    referenced_workflows: [...(blueprint.calls ?? [])],
    // GitHub lists none for forks.
    pull_requests: pull === null || pull.fork !== null ? [] : [pullOf(pull.number, occasion, repository)],
    actor: occasion.actor === null ? null : account(occasion.actor),
    triggering_actor: take.actor === null ? null : account(take.actor),
    created_at: formatUtc(occasion.at),
    run_started_at: formatUtc(startsAt),
    updated_at: formatUtc(startsAt),
  });
}

function close(run: RunPayload, jobs: JobPayload[], { fate }: Take): SimulatedAttempt {
  const ends = jobs
    .filter((job) => job.run_attempt === run.run_attempt)
    .map((job) => epoch(job.completed_at ?? job.started_at));
  const ended = Math.max(epoch(run.run_started_at ?? run.created_at) + 1, ...ends) + 2;
  return { run: { ...run, conclusion: conclusionOf(jobs, fate), updated_at: formatUtc(ended) }, jobs };
}

/** The worst that befell a job; a fate may have come too late, or to a job that did not run again. */
function conclusionOf(jobs: readonly JobPayload[], fate: Fate): string {
  const conclusions = new Set<string | null>(jobs.map((job) => job.conclusion));
  const worst = ["timed_out", "failure", "cancelled", "success"].find((conclusion) =>
    conclusions.has(conclusion),
  );
  return worst ?? fate.conclusion;
}

function succeeded(previous: SimulatedAttempt | undefined): Map<string, JobPayload> {
  const done = previous?.jobs.filter((job) => job.conclusion === "success") ?? [];
  return new Map(done.map((job) => [job.name, job]));
}

function headCommit(commit: Commit): RunPayload["head_commit"] {
  const mailbox = commit.author.replaceAll(/[^\w-]/g, "");
  return {
    id: commit.sha,
    tree_id: commit.sha.split("").reverse().join(""),
    message: commit.message,
    timestamp: formatUtc(commit.at),
    author: { name: nameOf(commit.author), email: `${mailbox}@users.noreply.github.com` },
    committer: { name: "GitHub", email: "noreply@github.com" },
  };
}

function pullOf(
  number: number,
  { branch, commit }: Occasion,
  { id, url, name }: MinimalRepositoryPayload,
): NonNullable<RunPayload["pull_requests"]>[number] {
  const repo = { id, url, name };
  return {
    id: 2_900_000_000 + number,
    number,
    url: `${url}/pulls/${number}`,
    head: { ref: branch, sha: commit.sha, repo },
    base: { ref: "main", sha: commit.sha, repo },
  };
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? text;
}
