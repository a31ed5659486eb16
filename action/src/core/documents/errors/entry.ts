import * as z from "zod";
import { ErrorState } from "#core/documents/errors/state.ts";
import { SpecificTo } from "#core/documents/failures/specific-to.ts";
import { Fix } from "#core/failures/what-fixed-it.ts";
import { Nano } from "#core/pricing/money.ts";
import { Finding } from "#core/records/analysis.ts";
import { Category, DOMAINS, type Domain } from "#core/records/category.ts";
import { Rate } from "#core/statistics/rate.ts";
import { Day, Utc } from "#core/time.ts";

/** Counts are of attempts unless they say runs; names and messages are text of strangers. */

const Affected = z.strictObject({ name: z.string(), attempts: z.number().int() });

export const Sample = z.strictObject({
  run_id: z.number().int(),
  run_attempt: z.number().int(),
  run_number: z.number().int(),
  /** No later attempt of this run exists. */
  latest: z.boolean(),
  title: z.string().nullable(),
  status: z.string().nullable(),
  conclusion: z.string().nullable(),
  at: Utc,
  workflow: z.string(),
  branch: z.string().nullable(),
  agents: z.array(z.string()),
  job: z.string().nullable(),
  step: z.string().nullable(),
  /** For GitHub's `#step:N:L` links; null where the job is not known. */
  line: z
    .strictObject({
      job_id: z.number().int(),
      step_number: z.number().int(),
      step_line: z.number().int().nullable(),
    })
    .nullable(),
  inferred: z.boolean(),
});
export type Sample = z.infer<typeof Sample>;

export const ErrorEntry = z.strictObject({
  signature: z.string(),
  title: z.string(),
  category: Category,
  domain: z.enum(Object.keys(DOMAINS) as [Domain, ...Domain[]]),
  rule: z.string(),
  /** The message without what differs from run to run. */
  pattern: z.string(),
  /** As the newest log that was read shows it. */
  newest: Finding,
  state: ErrorState,
  first_seen: Utc,
  last_seen: Utc,
  runs: z.number().int(),
  attempts: z.number().int(),
  /** Of these, attempts whose log was not read because the same failure had been. */
  inferred: z.number().int(),
  /** Attempts in which it was found too, but something else was the cause. */
  secondary: z.number().int(),
  /** Attempts whose commit passed in another attempt or run of the same workflow: it comes and goes by itself. */
  flaky: Rate,
  /** What the jobs of these attempts took; null when no attempt's jobs are known. */
  minutes_lost: z.number().nullable(),
  /** Null until the costs of an attempt are known. */
  cost_nano_usd: Nano.nullable(),
  /** The last 14 days, and the attempts of the 14 before: null where too little of those was read to compare. */
  recent: z.strictObject({
    runs: z.number().int(),
    attempts: z.number().int(),
    minutes_lost: z.number().nullable(),
    previous_attempts: z.number().int().nullable(),
  }),
  /** The last 14 UTC days, the last one still filling. */
  histogram: z.array(
    z.strictObject({ day: Day, default_branch: z.number().int(), other_branches: z.number().int() }),
  ),
  /** Where `branches` is empty no branch is known, and all attempts count as of other branches. */
  default_branch: z.number().int(),
  other_branches: z.number().int(),
  workflows: z.array(Affected.extend({ slug: z.string() })),
  /** Most attempts first, at most 20, like the two below. */
  places: z.array(
    z.strictObject({
      workflow: z.string(),
      job: z.string().nullable(),
      step: z.string().nullable(),
      attempts: z.number().int(),
    }),
  ),
  agents: z.array(Affected),
  branches: z.array(Affected),
  /** In the last 30 days; empty: not specific, or too few to tell. */
  specific_to: z.array(SpecificTo),
  /** What else the same logs show, at most 10. */
  besides: z.array(
    z.strictObject({
      signature: z.string(),
      title: z.string(),
      category: Category,
      attempts: z.number().int(),
      /** It was a cause too, and has an entry of its own. */
      listed: z.boolean(),
    }),
  ),
  /** The newest, at most 10. */
  samples: z.array(Sample),
  /** What ended it the last time it was seen to end; null: it never was. */
  fix: Fix.extend({ latest: z.boolean() }).nullable(),
  /** What the repository's own Markdown says. */
  known: z
    .strictObject({ title: z.string(), cause: z.string().nullable(), fix: z.string().nullable() })
    .nullable(),
});
export type ErrorEntry = z.infer<typeof ErrorEntry>;
