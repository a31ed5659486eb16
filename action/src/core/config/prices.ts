import * as z from "zod";
import { Day } from "#core/time.ts";

/** `prices` in the configuration: what you pay where it is not the list price. The first row that fits counts. */

const PerMillion = z.number().nonnegative();
const From = Day.optional().describe("The first UTC day it holds on.");
const Until = Day.optional().describe("The last UTC day it holds on.");

export const ModelPrice = z
  .strictObject({
    model: z
      .string()
      .min(1)
      .describe("A glob over the model's name as telemetry tells it, e.g. `*claude-opus-4*`."),
    provider: z.string().min(1).optional().describe("A glob over the provider, e.g. `anthropic`."),
    tier: z
      .string()
      .min(1)
      .optional()
      .describe("`long`, `batch`, `flex`, `priority` or `fast`; without it the standard and the long price."),
    from: From,
    until: Until,
    input: PerMillion.describe("USD per million tokens of the prompt that the cache did not serve."),
    output: PerMillion.describe("USD per million tokens of the answer."),
    cache_read: PerMillion.optional().describe(
      "USD per million tokens read from the cache; default: `input`.",
    ),
    cache_write: PerMillion.optional().describe("USD per million tokens written to it; default: `input`."),
    reasoning: PerMillion.optional().describe("USD per million reasoning tokens; default: `output`."),
  })
  .describe("What tokens of a model cost you.");
export type ModelPrice = z.infer<typeof ModelPrice>;

export const RunnerPrice = z
  .strictObject({
    label: z
      .string()
      .min(1)
      .describe("A glob over the labels of `runs-on`, e.g. `self-hosted` or `depot-*`."),
    per_minute: z.number().nonnegative().describe("USD per started minute of a job."),
    from: From,
    until: Until,
  })
  .describe("What minutes of a runner cost you: self-hosted ones, larger ones, other companies'.");
export type RunnerPrice = z.infer<typeof RunnerPrice>;

const ExternalPrice = z
  .strictObject({
    host: z.string().min(1).describe("A glob over the host that a tool asked, e.g. `api.tavily.com`."),
    per_call: z.number().nonnegative().describe("USD per call."),
  })
  .describe("What calls of paid services cost you.");

export const Prices = z.strictObject({
  models: z.array(ModelPrice).default([]),
  runners: z.array(RunnerPrice).default([]),
  external: z.array(ExternalPrice).default([]),
});
export type Prices = z.infer<typeof Prices>;

/** Whether a row holds on a day; both ends are inclusive. */
export function holdsOn(
  { from, until }: { from?: string | undefined; until?: string | undefined },
  day: Day,
): boolean {
  return (from === undefined || day >= from) && (until === undefined || day <= until);
}
