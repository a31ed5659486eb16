import * as z from "zod";
import { WEEKDAYS } from "#core/calendar/calendar-period.ts";
import { Zone } from "#core/calendar/zone.ts";
import { Policies } from "#core/config/policies.ts";
import { Circuit } from "#core/guard/circuit.ts";
import { Pause, PolicyFacts } from "#core/policies/facts.ts";
import { Nano } from "#core/pricing/money.ts";
import { Utc } from "#core/time.ts";

const Count = z.number().int().nonnegative();
const Id = z.number().int().positive();
const Text = z.string().max(300);

/** One budget as the guard holds runs against it; amounts are nano-dollars. */
export const GuardedBudget = z.strictObject({
  id: Text,
  scope: Text,
  alert_type: z.enum(["warning", "hard_stop"]),
  threshold_nano_usd: Nano,
  /** Of the calendar; null: the last `period_days`. */
  period: z.enum(["day", "week", "month"]).nullable(),
  period_days: Count.nullable(),
  /** Where the period began that the amounts are of: in a later one they are 0. */
  start: Utc,
  known_nano_usd: Nano,
  estimated_nano_usd: Nano,
  /** Lines of which nothing is known: in no sum. */
  unknown_n: Count,
  /** Of a budget that rolls: from when on which amount counts no more. */
  leaving: z.array(z.tuple([Utc, Nano])),
  /** Per cent of the threshold from which on it warns. */
  warn_at: z.number(),
  /** What an attempt of a workflow in the scope is held to cost, by the workflow's id. */
  reserve: z.array(z.tuple([Id, Nano])),
  /** The same of a workflow in the scope that is not listed for want of room; null: all are listed. */
  reserve_rest: Nano.nullable(),
  /** Of a workflow of which nothing is known. */
  reserve_unknown: Nano,
});
export type GuardedBudget = z.infer<typeof GuardedBudget>;

/** What a workflow's file declares for its agents. */
const Declared = PolicyFacts.pick({
  environments: true,
  permissions: true,
  unpinned: true,
  declared_at: true,
  models: true,
  tools: true,
});

/** One workflow that runs agents, or costs what a budget counts. */
export const GuardedWorkflow = z.strictObject({
  id: Id,
  /** `.github/workflows/triage.yml`. */
  file: Text.nullable(),
  name: Text.nullable(),
  /** Agents that worked in it. */
  agents: z.array(z.string().max(200)).max(5),
  /** Those that are not at rest. */
  circuits: z.array(Circuit).max(5),
  /** A model that costs less here and succeeds no less, beyond chance; one that succeeds more. */
  suggested_model: Text.nullable(),
  escalate_model: Text.nullable(),
  /** What its file on the default branch declares for its agents; null: it is not known. */
  declared: Declared.nullable(),
});
export type GuardedWorkflow = z.infer<typeof GuardedWorkflow>;

/** An attempt that had not ended when the table was made. */
const InFlight = z.strictObject({
  run_id: Id,
  run_attempt: Id,
  workflow_id: Id,
  started_at: Utc,
});

/** Raised whenever an older guard would misread a newer table. */
export const GUARD_VERSION = 1;

/**
 * `guard.json`: what a guard needs to decide, compiled by the sync from the records and the default branch's
 * configuration. It names budgets, workflows and agents, and holds neither prompts nor titles, branches or people.
 */
export const GuardTable = z.strictObject({
  guard_version: z.literal(GUARD_VERSION),
  repository: Text,
  /** Every run that was created before is in the records. */
  as_of: Utc,
  /** When the table was made. */
  made_at: Utc,
  /** 12 hex digits over the configuration. */
  config: Text,
  timezone: Zone,
  "week-start": z.enum(WEEKDAYS),
  max_unseen: Count,
  break_glass_actors: z.array(z.string().max(100)),
  /** Why something that happened before `as_of` may be missing; null: nothing is. */
  incomplete: Text.nullable(),
  budgets: z.array(GuardedBudget),
  policies: Policies.unwrap(),
  /** Agents that policies keep from starting for a time. */
  pauses: z.array(Pause),
  workflows: z.array(GuardedWorkflow),
  /** Other workflows that are known: they run no agent, and cost nothing that a budget counts. */
  others: z.array(Id),
  in_flight: z.array(InFlight),
  /** Attempts that are in the records although they were created since `as_of`: run and attempt. */
  seen: z.array(z.tuple([Id, Id])),
  /** By what a run works on (`workKey`): the newest run that succeeded with just that. */
  succeeded: z.array(z.tuple([z.string().max(40), Id])),
});
export type GuardTable = z.infer<typeof GuardTable>;

/** So large the file may be; what does not fit is told less exactly, never wrongly. */
export const MOST_TABLE_BYTES = 200_000;
