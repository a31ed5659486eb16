import * as z from "zod";
import { Utc } from "#core/time.ts";

/** What an alert is about. `id` stays when a name changes; `name` is text of strangers. */
export const Subject = z.strictObject({
  kind: z.enum([
    "repository",
    "workflow",
    "agent",
    "step",
    "tool",
    "category",
    "work",
    "budget",
    "policy",
    "sync",
    "row",
  ]),
  id: z.string().max(500),
  name: z.string().max(300),
});
export type Subject = z.infer<typeof Subject>;

/** From the least to the worst. */
export const SEVERITIES = ["notice", "warning", "critical"] as const;
export const Severity = z.enum(SEVERITIES);
export type Severity = z.infer<typeof Severity>;

/** In what `value`, `limit` and `baseline` are told. */
export const Unit = z.enum(["share", "percent", "seconds", "nano_usd", "tokens", "bytes", "count", "number"]);
export type Unit = z.infer<typeof Unit>;

const Figure = z.number().nullable();
const Count = z.number().int().nonnegative();

/** Something that is wrong at one moment, with what shows it. Life and messages of an alert are made from these. */
export const Condition = z.strictObject({
  /** Of the rule that found it. */
  rule: z.string().max(100),
  subject: Subject,
  severity: Severity,
  /** False: below the level that fires, and above the one where it would be over. */
  fires: z.boolean(),
  value: Figure,
  unit: Unit,
  /** What the value was held against. */
  limit: Figure,
  /** What is usual; null where nothing is. */
  baseline: Figure,
  /** How many values the value and the usual are made of. */
  n: Count.nullable(),
  baseline_n: Count.nullable(),
  /** When it began, as far as the records tell. */
  since: Utc.nullable(),
  /** How far it has got where it goes by marks, e.g. 80 per cent of a budget: a higher one is told again. */
  mark: Figure,
  /** Whether a mark that was told is never told again, however long the value was below it: within one period. */
  once: z.boolean(),
  /** The newest attempts that show it. */
  runs: z.array(z.strictObject({ run_id: Count, run_attempt: Count })).max(3),
  /** What changed when it began: the last commit before and the first one after. */
  cause: z.strictObject({ before_sha: z.string().nullable(), sha: z.string() }).nullable(),
});
export type Condition = z.infer<typeof Condition>;

/** What every condition has, for rules that tell little of it. */
export const BARE = {
  severity: "warning",
  fires: true,
  limit: null,
  baseline: null,
  n: null,
  baseline_n: null,
  since: null,
  mark: null,
  once: false,
  runs: [],
  cause: null,
} as const satisfies Partial<Condition>;
