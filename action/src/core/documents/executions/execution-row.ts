import * as z from "zod";
import { type Invocation, usageOf } from "#core/attempts/invocation.ts";
import { type Money, moneyOf, type Tokens, tokensOf } from "#core/attempts/usage.ts";
import { Nano } from "#core/pricing/money.ts";
import { Category } from "#core/records/category.ts";
import { ExecutionStatus } from "#core/records/execution-status.ts";
import { workflowName } from "#core/records/run.ts";
import { Trust } from "#core/records/trust.ts";
import { bounded } from "#core/redact/bounded.ts";
import { Utc } from "#core/time.ts";

const Count = z.number().int();

/** One invocation of an agent as a row of a table. Names are text of strangers. */
export const ExecutionRow = z.strictObject({
  /** Null: an agent ran and told nothing. */
  execution_id: z.string().nullable(),
  parent_execution_id: z.string().nullable(),
  /** How far what it tells is believed; `fork` counts in no figure unless the configuration admits it. */
  trust: Trust.nullable(),
  run_id: Count,
  run_attempt: Count,
  run_number: Count,
  job_id: Count.nullable(),
  workflow_id: Count,
  workflow: z.string().nullable(),
  /** Of the run. */
  title: z.string().nullable(),
  /** The first words of its prompt, where they are kept. */
  asked: z.string().nullable(),
  agent: z.string(),
  started_at: Utc,
  status: ExecutionStatus.nullable(),
  error_type: Category.nullable(),
  /** The one with the largest share first. */
  models: z.array(z.string()),
  duration_seconds: z.number().nullable(),
  /** The cache included. Null where not told, like the two below. */
  tokens_prompt: Count.nullable(),
  tokens_completion: Count.nullable(),
  /** Of the prompt, what the cache served. */
  tokens_cache_read: Count.nullable(),
  /** Prompt and completion, or the sum that alone is told. */
  tokens_total: Count.nullable(),
  tokens_approximate: z.boolean(),
  /** Tokens and paid services; what is known of it. */
  cost_nano_usd: Nano.nullable(),
  /** Whether that is all of it. */
  cost_complete: z.boolean(),
  /** The weakest of what the cost rests on. */
  cost_source: z.enum(["reported", "priced", "estimated", "logged", "unknown"]),
  turns: Count.nullable(),
  tool_calls: Count.nullable(),
  tool_failures: Count.nullable(),
  session_id: z.string().nullable(),
  /** Whom it is counted to. */
  user_id: z.string().nullable(),
  item: z.strictObject({ kind: z.enum(["issue", "pull_request", "unknown"]), number: Count }).nullable(),
});
export type ExecutionRow = z.infer<typeof ExecutionRow>;

/** An invocation as a row of lists and tables: seconds, tokens and nano-dollars. */
export function executionRow(invocation: Invocation): ExecutionRow {
  const { run, execution, agent, user, startedAt, status, duration } = invocation;
  const tokens: Tokens = tokensOf(invocation);
  const money: Money = moneyOf(invocation);
  const tools = execution === null ? null : toolsOf(execution.tools);
  const models = new Set([execution?.model, ...usageOf(invocation).map(({ usage }) => usage.model)]);
  return {
    execution_id: execution?.execution_id ?? null,
    parent_execution_id: execution?.parent_execution_id ?? null,
    trust: execution?.trust ?? null,
    run_id: run.id,
    run_attempt: run.run_attempt,
    run_number: run.run_number,
    job_id: execution?.job_id ?? null,
    workflow_id: run.workflow_id,
    workflow: workflowName(run),
    title: run.display_title,
    asked: beginning(execution?.query_preview ?? null),
    agent,
    started_at: startedAt,
    status,
    error_type: execution?.error_type ?? null,
    models: [...models].filter((model) => typeof model === "string"),
    duration_seconds: duration,
    tokens_prompt: tokens.prompt,
    tokens_completion: tokens.completion,
    tokens_cache_read: tokens.cache_read,
    tokens_total: tokens.total,
    tokens_approximate: execution?.usage_approximate ?? false,
    cost_nano_usd: money.nano_usd,
    cost_complete: money.complete,
    cost_source: money.source,
    turns: execution?.turns ?? null,
    tool_calls: tools?.calls ?? null,
    tool_failures: tools?.failures ?? null,
    session_id: execution?.session_id ?? null,
    user_id: user,
    item: execution?.item ?? null,
  };
}

/** Enough to know it again by. */
const LONGEST_BEGINNING = 160;

function beginning(text: string | null): string | null {
  return text === null ? null : bounded(text.replaceAll(/\s+/g, " "), LONGEST_BEGINNING);
}

type Calls = { calls: number; failures: number };

function toolsOf(tools: readonly { calls: number; status: string }[]): Calls {
  const sums = { calls: 0, failures: 0 };
  for (const { calls, status } of tools) {
    sums.calls += calls;
    if (isToolFailure(status)) sums.failures += calls;
  }
  return sums;
}

/** Refused calls are the policy's work, cancelled ones the user's. */
export function isToolFailure(status: string): boolean {
  return status === "failure" || status === "timeout";
}
