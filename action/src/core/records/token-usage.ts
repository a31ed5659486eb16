import * as z from "zod";
import { Calls, Credits, Name, SomeCalls, Tokens, Usd } from "#core/records/bounds.ts";

/**
 * Who used it inside one execution: `advisor` is another model that was asked, `compaction` the shortening of the
 * conversation, `tool_call` what a tool of the model's seller did.
 */
const COMPONENTS = ["main_agent", "sub_agent", "tool_call", "advisor", "compaction"] as const;
export const Component = z.enum(COMPONENTS);
export type Component = z.infer<typeof Component>;

/** Tokens of one model at one price tier, summed over its requests; or fees that it took besides. */
export const TokenUsage = z.strictObject({
  /** `anthropic`, `openai`, `google`, `github`, `aws.bedrock`, …; null when not told. */
  provider: Name.nullable(),
  model: Name.nullable(),
  /**
   * Null: the standard price. `long`: requests whose prompt is above the model's threshold; `batch`, `flex`,
   * `priority`, `fast` as the provider says; `unsized`: a sum of requests of which some may be `long`. Two at once are
   * joined by `+`.
   */
  tier: Name.nullable(),
  /** What asked for it; null when not told, or of all together. */
  component: Component.nullable(),
  /** Null: tokens. Else what is paid for each request besides them, so often; such a row has no tokens. */
  fee: z.strictObject({ kind: Name, count: SomeCalls }).nullable(),
  requests: Calls.nullable(),
  /** What the provider calls the request, where the row is of a single one that tells it. */
  request_id: Name.nullable(),
  /** All of the prompt, what was read from and written to the cache included. */
  prompt: Tokens.nullable(),
  /** All of the answer, reasoning included. */
  completion: Tokens.nullable(),
  /** Only where the source tells a sum and not its parts (`tokens used 12,345`); null where the parts are told. */
  total: Tokens.nullable(),
  cache_read: Tokens.nullable(),
  cache_write_5m: Tokens.nullable(),
  cache_write_1h: Tokens.nullable(),
  reasoning: Tokens.nullable(),
  /** What the agent itself said it cost. */
  reported_cost_usd: Usd.nullable(),
  /** GitHub's AI credits; never added to dollars or premium requests. */
  reported_ai_credits: Credits.nullable(),
  reported_premium_requests: Credits.nullable(),
});
export type TokenUsage = z.infer<typeof TokenUsage>;
