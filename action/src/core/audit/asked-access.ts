import * as z from "zod";
import type { Utc } from "#core/time.ts";

/** What rules ask of pushes to a branch; null where no rule says. */
export type BranchRules = {
  /** Nobody may rewrite its history, or delete it. */
  keepsHistory: boolean;
  /** Changes come by pull request, with so many approvals, of code owners too. */
  pullRequest: { approvals: number; codeOwners: boolean } | null;
  signatures: boolean;
};

/** The commit that last changed a file, as GitHub shows it. Null: not known. */
export type Provenance = {
  path: string;
  sha: string;
  at: Utc | null;
  signed: boolean;
  /** Whether somebody else than its author approved the pull request that brought it. */
  reviewed: boolean | null;
};

/** What GitHub was asked about who may change what steers agents. Null: the token could not see it. */
export type AskedAccess = {
  defaultBranch: BranchRules | null;
  dataBranch: BranchRules | null;
  files: Provenance[] | null;
};

const Rules = z.array(
  z.object({
    type: z.string(),
    parameters: z
      .object({
        required_approving_review_count: z.number().optional(),
        require_code_owner_review: z.boolean().optional(),
      })
      .optional(),
  }),
);

/** `GET /repos/{o}/{r}/rules/branches/{branch}`; null: the answer says nothing. */
export function readRules(body: unknown): BranchRules | null {
  const { data } = Rules.safeParse(body);
  if (data === undefined) return null;
  const types = new Set(data.map(({ type }) => type));
  const pulls = data.filter(({ type }) => type === "pull_request");
  const approvals = pulls.map(({ parameters }) => parameters?.required_approving_review_count ?? 0);
  return {
    keepsHistory: types.has("non_fast_forward") && types.has("deletion"),
    pullRequest:
      pulls.length === 0
        ? null
        : {
            approvals: Math.max(...approvals),
            codeOwners: pulls.some(({ parameters }) => parameters?.require_code_owner_review === true),
          },
    signatures: types.has("required_signatures"),
  };
}

export const BranchAnswer = z.object({ protected: z.boolean() });

export const CommitsAnswer = z.array(
  z.object({
    sha: z.string(),
    commit: z.object({
      committer: z.object({ date: z.string().optional() }).nullish(),
      verification: z.object({ verified: z.boolean() }).optional(),
    }),
    author: z.object({ login: z.string() }).nullish(),
  }),
);

export const PullsAnswer = z.array(
  z.object({
    number: z.number(),
    merged_at: z.string().nullish(),
    user: z.object({ login: z.string() }).nullish(),
  }),
);

export const ReviewsAnswer = z.array(
  z.object({ state: z.string(), user: z.object({ login: z.string() }).nullish() }),
);
