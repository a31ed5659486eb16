import * as z from "zod";
import { compare, compareText, greater } from "#core/records/order.ts";
import { Day, Utc } from "#core/time.ts";

const Count = z.number().int().nonnegative();

/** A pull request that an agent's run touched, as GitHub last showed it. Its texts are not stored. */
export const Pull = z.strictObject({
  number: z.number().int().positive(),
  state: z.enum(["open", "closed", "merged"]),
  created_at: Utc,
  /** Moves with every push, comment and review, not with reactions. */
  updated_at: Utc,
  merged_at: Utc.nullable(),
  /** Of merged ones too. */
  closed_at: Utc.nullable(),
  head_branch: z.string(),
  /** `owner/name`; null for a fork that was deleted. */
  head_repository: z.string().nullable(),
  /** A login as REST writes it; null for deleted accounts. */
  author: z.string().nullable(),
  is_draft: z.boolean(),
  additions: Count,
  deletions: Count,
  changed_files: Count,
  reviews: z.strictObject({ approved: Count, changes_requested: Count, commented: Count }),
  /** Thumbs on the pull request itself. */
  reactions: z.strictObject({ up: Count, down: Count }),
  /** The merged pull request that took it back; null: none is known. */
  reverted_by: z.number().int().positive().nullable(),
  /** When GitHub was last asked: what it says now may differ. */
  observed_on: Day,
});
export type Pull = z.infer<typeof Pull>;

/** The later observation of the same pull request. */
export function mergePull(a: Pull, b: Pull): Pull {
  return greater(a, b, compareObservations);
}

function compareObservations(a: Pull, b: Pull): number {
  return compare(a.observed_on, b.observed_on) || compare(a.updated_at, b.updated_at) || compareText(a, b);
}
