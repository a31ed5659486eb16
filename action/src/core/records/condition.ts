import * as z from "zod";
import { contentId } from "#core/sha256.ts";
import { Utc } from "#core/time.ts";

const LONGEST = { id: 500, name: 300 } as const;
const MOST_RUNS = 3;

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
  id: z.string().max(LONGEST.id),
  name: z.string().max(LONGEST.name),
});
export type Subject = z.infer<typeof Subject>;

/** Of any text: a name is cut, and an id that is too long is told apart by its digest. */
export function subjectOf(kind: Subject["kind"], id: string, name: string = id): Subject {
  return { kind, id: id.length > LONGEST.id ? contentId(id) : id, name: name.slice(0, LONGEST.name) };
}

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
  runs: z.array(z.strictObject({ run_id: Count, run_attempt: Count })).max(MOST_RUNS),
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

/** The newest of these, which come oldest first. */
export function newestRuns(attempts: readonly Condition["runs"][number][]): Condition["runs"] {
  return attempts
    .slice(-MOST_RUNS)
    .reverse()
    .map(({ run_id, run_attempt }) => ({ run_id, run_attempt }));
}
