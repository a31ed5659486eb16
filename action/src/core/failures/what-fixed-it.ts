import * as z from "zod";
import { roleOf } from "#core/outcome.ts";
import type { Repository } from "#core/records/repository.ts";
import { type Run, startedAt } from "#core/records/run.ts";
import { Utc } from "#core/time.ts";

/** Where and when something ran. A fork's branch is another one than the repository's of the same name. */
export type Ran = {
  workflow_id: number;
  /** Null: not known, so nothing can be said to have run on the same branch. */
  branch: string | null;
  /** Null: the repository's own, whatever it is called. Else the fork, `owner/name` where that is told. */
  branch_repository: string | null;
  head_sha: string;
  /**
   * What it was about, where that is not the branch's commit: an issue, a comment or a request by hand start runs on
   * the default branch's head, whatever they are about. Null: the commit is what was tried.
   */
  subject: string | null;
  /** Start of the attempt. */
  at: Utc;
};

/** Which branch is the default one. */
export type Home = Pick<Repository, "default_branch">;

/** An attempt that passed, with what it was made of. Message and branch are text of strangers. */
export type GreenAttempt = Ran & {
  run_id: number;
  run_attempt: number;
  run_number: number;
  message: string | null;
  pull_requests: number[];
};

export const Fix = z.strictObject({
  run_id: z.number().int(),
  run_attempt: z.number().int(),
  run_number: z.number().int(),
  at: Utc,
  head_sha: z.string(),
  /** First line of the commit's message. */
  message: z.string().nullable(),
  pull_requests: z.array(z.number().int()),
  branch: z.string(),
  /** False: it is the default branch that passed, as the failure's own branch never did. */
  same_branch: z.boolean(),
  /** The same commit passed: nothing was mended, it was tried again. */
  same_commit: z.boolean(),
});
export type Fix = z.infer<typeof Fix>;

export function ranOf(run: Run): Ran {
  return {
    workflow_id: run.workflow_id,
    branch: run.head_branch,
    branch_repository: run.from_fork ? (run.head_repository ?? "a fork") : null,
    head_sha: run.head_sha,
    subject: subjectOf(run),
    at: startedAt(run),
  };
}

const ABOUT = /^(?:issues|issue_comment|pull_request_review(?:_comment)?|discussion(?:_comment)?)$/;
const BY_HAND = /^(?:workflow|repository)_dispatch$/;

/** GitHub names such runs after their issue; what a run by hand was given is known only where its name tells it. */
function subjectOf(run: Run): string | null {
  if (!ABOUT.test(run.event) && !BY_HAND.test(run.event)) return null;
  const [pull] = run.pull_requests ?? [];
  if (pull !== undefined) return `pull request ${pull.number}`;
  const isNamed = run.display_title !== null && run.display_title !== run.workflow_name;
  return isNamed ? `about ${run.display_title}` : `run ${run.id}`;
}

/** The title of the issue whose event started the run; null where none did. Text of strangers. */
export function aboutIssue({ event, display_title, workflow_name }: Run): string | null {
  return /^issue(?:s|_comment)$/.test(event) && display_title !== workflow_name ? display_title : null;
}

/** Whether what passed is what had failed: another issue's run on the same commit says nothing. */
function isSameWork(a: Pick<Ran, "subject">, b: Pick<Ran, "subject">): boolean {
  return a.subject === b.subject;
}

/** Null for attempts that did not pass. */
export function greenAttempt(run: Run): GreenAttempt | null {
  if (roleOf(run) !== "success") return null;
  return {
    ...ranOf(run),
    run_id: run.id,
    run_attempt: run.run_attempt,
    run_number: run.run_number,
    message: run.head_commit?.message ?? null,
    pull_requests: (run.pull_requests ?? []).map(({ number }) => number),
  };
}

/**
 * What ended a failure: the first attempt of its workflow that passed after it on its branch or else, when the
 * branch never passed again, on the default branch. Null: none has yet, as far as is known.
 *
 * @param greens in any order; those of other workflows are passed over
 */
export function whatFixedIt(failure: Ran, greens: Iterable<GreenAttempt>, home: Home): Fix | null {
  let here: GreenAttempt | null = null;
  let there: GreenAttempt | null = null;
  for (const green of greens) {
    if (green.workflow_id !== failure.workflow_id || green.at <= failure.at) continue;
    if (!isSameWork(green, failure)) continue;
    if (isSameBranch(green, failure)) here = earlier(here, green);
    else if (isHome(green, home)) there = earlier(there, green);
  }
  const fix = here ?? there;
  if (fix === null || fix.branch === null) return null;
  const { run_id, run_attempt, run_number, at, head_sha, message, pull_requests, branch } = fix;
  return {
    ...{ run_id, run_attempt, run_number, at, head_sha, message, pull_requests, branch },
    same_branch: fix === here,
    same_commit: failure.subject === null && head_sha === failure.head_sha,
  };
}

function isSameBranch(a: Ran, b: Ran): boolean {
  return a.branch !== null && a.branch === b.branch && a.branch_repository === b.branch_repository;
}

/** On the repository's own default branch. */
export function isHome(ran: Ran, home: Home): boolean {
  return ran.branch !== null && ran.branch === home.default_branch && ran.branch_repository === null;
}

function earlier(known: GreenAttempt | null, green: GreenAttempt): GreenAttempt {
  if (known === null || green.at < known.at) return green;
  const isTie = green.at === known.at;
  return isTie && (green.run_id - known.run_id || green.run_attempt - known.run_attempt) < 0 ? green : known;
}
