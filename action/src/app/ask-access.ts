import type { Probe } from "#app/effects.ts";
import {
  type AskedAccess,
  BranchAnswer,
  type BranchRules,
  CommitsAnswer,
  type Provenance,
  PullsAnswer,
  ReviewsAnswer,
  readRules,
} from "#core/audit/asked-access.ts";
import { toUtc } from "#core/time.ts";

/** Three requests each. */
const MOST_FILES = 10;

export type AskOptions = {
  /** `owner/name`. */
  repository: string;
  defaultBranch: string | null;
  /** Null: the records are on none of their own. */
  dataBranch: string | null;
  /** What steers agents: workflow files, configuration, instructions. */
  paths: readonly string[];
};

/** Who may change what steers agents, in at most 34 requests; a commit is asked for once. */
export async function askAccess(ask: Probe, options: AskOptions): Promise<AskedAccess> {
  const home = `/repos/${options.repository}`;
  const rules = async (branch: string | null) => (branch === null ? null : rulesOf(ask, home, branch));
  const known = new Map<string, boolean | null>();
  const files: Provenance[] = [];
  for (const path of options.paths.slice(0, MOST_FILES)) {
    const found = await provenanceOf(ask, home, path, known);
    if (found !== null) files.push(found);
  }
  return {
    defaultBranch: await rules(options.defaultBranch),
    dataBranch: await rules(options.dataBranch),
    files: files.length === 0 ? null : files,
  };
}

/** A branch that is protected in the older way says nothing of how, to a token that may not administer. */
async function rulesOf(ask: Probe, home: string, branch: string): Promise<BranchRules | null> {
  const name = encodeURIComponent(branch);
  const { status, body } = await ask(`${home}/rules/branches/${name}?per_page=100`);
  if (status !== 200) return null;
  if (!Array.isArray(body) || body.length > 0) return readRules(body);
  const older = BranchAnswer.safeParse((await ask(`${home}/branches/${name}`)).body).data;
  return older?.protected === true ? null : readRules(body);
}

async function provenanceOf(
  ask: Probe,
  home: string,
  path: string,
  known: Map<string, boolean | null>,
): Promise<Provenance | null> {
  const answer = await ask(`${home}/commits?path=${encodeURIComponent(path)}&per_page=1`);
  const [newest] = CommitsAnswer.safeParse(answer.body).data ?? [];
  if (answer.status !== 200 || newest === undefined) return null;
  const { sha, commit, author } = newest;
  if (!known.has(sha)) known.set(sha, await isReviewed(ask, home, sha, author?.login ?? null));
  return {
    ...{ path, sha, at: toUtc(commit.committer?.date) },
    signed: commit.verification?.verified === true,
    reviewed: known.get(sha) ?? null,
  };
}

async function isReviewed(
  ask: Probe,
  home: string,
  sha: string,
  author: string | null,
): Promise<boolean | null> {
  const pulls = await ask(`${home}/commits/${sha}/pulls`);
  const listed = PullsAnswer.safeParse(pulls.body).data;
  if (pulls.status !== 200 || listed === undefined) return null;
  const merged = listed.find(({ merged_at }) => merged_at != null);
  if (merged === undefined) return false;
  const reviews = await ask(`${home}/pulls/${merged.number}/reviews?per_page=100`);
  const given = ReviewsAnswer.safeParse(reviews.body).data;
  if (reviews.status !== 200 || given === undefined) return null;
  const own = new Set([author, merged.user?.login ?? null]);
  return given.some(({ state, user }) => state === "APPROVED" && user != null && !own.has(user.login));
}
