import * as z from "zod";
import { DIMENSIONS } from "#core/documents/product/versions.ts";
import { Nano } from "#core/pricing/money.ts";
import { Category } from "#core/records/category.ts";
import { Difference } from "#core/statistics/compare.ts";
import { Rate } from "#core/statistics/rate.ts";

const Count = z.number().int();
const AREAS = ["cost", "steps", "tools", "models", "context", "caching", "retries", "errors"] as const;
export type Area = (typeof AREAS)[number];

/** What every rule tells of what it found. */
const COMMON = {
  area: z.enum(AREAS),
  /** What the evidence is of: executions or calls of the last 30 days. */
  n: Count,
  /** In 30 days; null: it cannot be estimated. */
  saving_nano_usd: Nano.nullable(),
  saving_seconds: z.number().nullable(),
};

/** The change of a version, and who was concerned. */
const CHANGE = {
  dimension: z.enum(DIMENSIONS),
  workflow: z.string(),
  agent: z.string(),
  before: z.string(),
  after: z.string(),
  success: Difference,
};

const TOOL = { tool: z.strictObject({ slug: z.string(), name: z.string(), server: z.string().nullable() }) };

function found<Rule extends string, Figures extends z.ZodRawShape>(rule: Rule, figures: Figures) {
  return z.strictObject({ rule: z.literal(rule), ...COMMON, ...figures });
}

/**
 * What could be done to spend or fail less, with the figures that speak for it, by the rule that found it. Names are
 * text of strangers; `render/words/recommendation.ts` says it in words. Counts are of executions where nothing else is
 * said, and shares 0 to 1.
 */
export const Recommendation = z.discriminatedUnion("rule", [
  found("worse-after-change", CHANGE),
  found("cheaper-model", { ...CHANGE, cost_nano_usd: Difference }),
  /** `value` of the `dimension` is where the error is over-represented: its rate there, and elsewhere. */
  found("specific-error", {
    category: Category,
    dimension: z.string(),
    value: z.string(),
    rate: Rate,
    elsewhere: Rate,
  }),
  /** `model` is null where it is not told. */
  found("unpriced-model", { model: z.string().nullable(), slug: z.string(), unpriced_tokens: Count }),
  /** `share` of the agent's money that failed executions took. */
  found("failed-spend", { agent: z.string(), failed: Count, share: z.number() }),
  found("idle-executions", { agent: z.string(), idle: Count }),
  /** With more than twice the median of turns. */
  found("long-executions", { agent: z.string(), long: Count, median_turns: z.number().nullable() }),
  /** Whose largest prompt filled most of the window. */
  found("context-nearly-full", { agent: z.string(), full: Count }),
  /** Share of prompt tokens that the cache served. */
  found("cache-misses", { agent: z.string(), hits: z.number(), prompt_tokens: Count }),
  /** In attempts after the first. */
  found("reruns", { agent: z.string(), reruns: Count }),
  /** Requests that were repeated. */
  found("model-retries", { agent: z.string(), retries: Count }),
  found("tool-got-worse", { ...TOOL, success: Difference }),
  /** Calls that failed; `mostly`: the commonest kind of error, where it is known, and its calls. */
  found("failing-tool", {
    ...TOOL,
    failed: Count,
    mostly: z.strictObject({ category: Category, calls: Count }).nullable(),
  }),
  /** Seconds. */
  found("slower-tool", { ...TOOL, latency: Difference }),
  /** Calls with the very input of an earlier one of their execution. */
  found("repeated-calls", { ...TOOL, repeated: Count }),
  /** Tools of one server (null: of the agents' own), the first of them by name; `offered`: of the one offered most. */
  found("unused-tools", {
    server: z.string().nullable(),
    names: z.array(z.string()),
    unused: Count,
    offered: Count,
  }),
  /** Inputs that came up in several executions, and calls with them beyond the first of each. */
  found("identical-tasks", {
    shared: z.strictObject({ name: z.string(), server: z.string().nullable() }),
    inputs: Count,
    calls: Count,
  }),
]);
export type Recommendation = z.infer<typeof Recommendation>;
