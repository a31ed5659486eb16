import * as z from "zod";
import { AgentException } from "#core/records/agent-exception.ts";
import { AgentWorkflow } from "#core/records/agent-workflow.ts";
import {
  Bytes,
  Calls,
  Content,
  Figure,
  HIGHEST_NUMBER,
  Milliseconds,
  Name,
  Ordinal,
  Share,
  SomeCalls,
  StatusCode,
  Tokens,
  Usd,
} from "#core/records/bounds.ts";
import { Category } from "#core/records/category.ts";
import { Decision } from "#core/records/decision.ts";
import { ExecutionStatus } from "#core/records/execution-status.ts";
import { Resources } from "#core/records/resources.ts";
import { TokenUsage } from "#core/records/token-usage.ts";
import { Trust } from "#core/records/trust.ts";
import { UserMetric } from "#core/records/user-metric.ts";
import { Utc } from "#core/time.ts";

/**
 * One invocation of one agent, as its own telemetry told it. Only what was reported is kept: prices are applied in
 * documents. Unknown is null. Times are UTC, durations milliseconds, money US dollars, sizes bytes.
 *
 * Prompts, outputs, arguments and results are kept only as far as `privacy.previews` says; every text that is was
 * redacted and cut before it got here.
 */

const OPERATIONS = [
  "tool_execution",
  "llm_request",
  "context_management",
  "planning",
  "file_operation",
  "shell_command",
  "memory_operation",
  "rag_operation",
] as const;
export const Operation = z.enum(OPERATIONS);
export type Operation = z.infer<typeof Operation>;

export const StepStatus = z.enum(["success", "failure", "denied", "timeout", "cancelled", "unknown"]);
export type StepStatus = z.infer<typeof StepStatus>;

/** One step of the agent's loop, in order. */
export const AgentStep = z.strictObject({
  /** From 0, unique in the execution. */
  index: Ordinal,
  /** The turn it belongs to, from 1: one request to the model with what it led to. */
  turn: Ordinal.nullable(),
  kind: z.enum(["thought", "action", "observation", "tool_call", "final_answer"]),
  operation: Operation,
  /** The tool's or sub-agent's name, or a word of the source's: `compaction`. */
  name: Name.nullable(),
  /** The step that asked for it: a sub-agent's steps point to the call that started it. */
  parent: Ordinal.nullable(),
  status: StepStatus,
  error_type: Category.nullable(),
  started_at: z.iso.datetime().nullable(),
  /** Interpolated between known times, not measured. */
  time_estimated: z.boolean(),
  duration_ms: Milliseconds.nullable(),
  model: Name.nullable(),
  prompt: Tokens.nullable(),
  completion: Tokens.nullable(),
  cache_read: Tokens.nullable(),
  /** The tokens are the source's running guess, not its bill: they are shown, and never added up to a total. */
  tokens_estimated: z.boolean(),
  reported_cost_usd: Usd.nullable(),
  /** What its provider calls the request, to ask for it there. */
  request_id: Name.nullable(),
  /** What went in and what came out, where a program tells it; a call of a tool has its own. */
  input_bytes: Bytes.nullable(),
  output_bytes: Bytes.nullable(),
  /** Of the machine's memory, what the program says it held. */
  memory_bytes: Bytes.nullable(),
  /** How much of the model's window was filled, where that is told apart from the prompt. */
  context: z.strictObject({ tokens: Tokens.nullable(), share: Share.nullable() }).nullable(),
  /** What was thought, done or answered. */
  content: Content.nullable(),
});
export type AgentStep = z.infer<typeof AgentStep>;

export const ToolCall = z.strictObject({
  name: Name,
  /** The MCP server; null for the agent's own tools. */
  server: Name.nullable(),
  /** Index of its step; null where the source only counts. */
  step: Ordinal.nullable(),
  operation: Operation,
  /** 1; more where the source only counts calls of the same outcome. */
  calls: SomeCalls,
  status: StepStatus,
  started_at: z.iso.datetime().nullable(),
  /** Of one call (the mean where the source only counts). */
  duration_ms: Milliseconds.nullable(),
  input_bytes: Bytes.nullable(),
  output_bytes: Bytes.nullable(),
  /** Redacted, at most 200 characters. */
  error: z.string().max(200).nullable(),
  error_type: Category.nullable(),
  /** Equal for calls with equal input: finds repeated calls without keeping what was said. */
  input_hash: z.string().max(32).nullable(),
  /** The host that was asked, where the source tells. */
  external: z
    .strictObject({
      host: Name,
      status_code: StatusCode.nullable(),
      duration_ms: Milliseconds.nullable(),
    })
    .nullable(),
  /** What it was given, and what it gave back. */
  input: Content.nullable(),
  output: Content.nullable(),
});
export type ToolCall = z.infer<typeof ToolCall>;

/** What something said about the quality of the agent's work: an evaluation, a guardrail, a person's score. */
export const Evaluation = z.strictObject({
  name: Name,
  kind: z.enum(["evaluation", "guardrail", "score"]),
  score: Figure.nullable(),
  label: Name.nullable(),
  /** For guardrails false is a violation. */
  passed: z.boolean().nullable(),
});
export type Evaluation = z.infer<typeof Evaluation>;

/** More than this of a list is cut, and `truncated` says so; totals do not come from the lists. */
export const MOST = {
  steps: 500,
  tools: 500,
  usage: 50,
  evals: 100,
  metrics: 100,
  names: 300,
  exceptions: 20,
} as const;

export const Execution = z.strictObject({
  /**
   * 32 hex digits made of the repository, the run's attempt and the source's own key: importing twice gives one record,
   * and none of another run. 16 in records of version 1.
   */
  execution_id: z.string().regex(/^[0-9a-f]{16}(?:[0-9a-f]{16})?$/),
  /** What a file of ready-made executions called it; identifies nothing. */
  told_id: Name.nullable(),
  trust: Trust,
  run_id: z.number().int().positive(),
  run_attempt: z.number().int().positive(),
  /** The job it ran in, where that is certain. */
  job_id: z.number().int().nullable(),
  /** The agent's own session; the same in several runs when one resumes another. */
  session_id: Name.nullable(),
  /** 32 hex digits: OpenTelemetry's, or made of the run's attempt. */
  trace_id: Name.nullable(),
  request_id: Name.nullable(),
  /** The execution that started this one: children are rolled up, never added twice. */
  parent_execution_id: z.string().max(200).nullable(),
  /** `claude-code`, `codex`, `gemini-cli`, `github-copilot-cli`, `gh-aw:claude`, or what telemetry calls it. */
  agent_id: Name,
  agent_name: Name.nullable(),
  agent_type: Name.nullable(),
  agent_version: Name.nullable(),
  /** The work of several agents that it was part of. */
  agent_workflow: AgentWorkflow.nullable(),
  workflow_version: Name.nullable(),
  prompt_version: Name.nullable(),
  environment: Name.nullable(),
  service_name: Name.nullable(),
  /** A login, or its salted hash; never an address. */
  user_id: Name.nullable(),
  org_id: Name.nullable(),
  workspace_id: Name.nullable(),
  project_id: Name.nullable(),
  team: Name.nullable(),
  /** The issue or pull request it worked on, as its own telemetry says. */
  item: z
    .strictObject({
      kind: z.enum(["issue", "pull_request", "unknown"]),
      number: z.number().int().positive().max(HIGHEST_NUMBER),
    })
    .nullable(),
  status: ExecutionStatus,
  error_type: Category.nullable(),
  /** Redacted, at most 500 characters. */
  error_message: z.string().max(500).nullable(),
  /** 16 hex digits of the message without its noise. */
  error_message_hash: z.string().max(200).nullable(),
  /** What its program threw, each once, in the order of time. */
  exceptions: z.array(AgentException).max(MOST.exceptions),
  started_at: Utc.nullable(),
  completed_at: Utc.nullable(),
  duration_ms: Milliseconds.nullable(),
  llm_time_ms: Milliseconds.nullable(),
  /** The one with the largest share of tokens. */
  model: Name.nullable(),
  usage: z.array(TokenUsage).max(MOST.usage),
  /** Printed in thousands or made up of running guesses: marked as estimated wherever it is shown. */
  usage_approximate: z.boolean(),
  turns: Calls.nullable(),
  retries: Calls.nullable(),
  fallbacks: Calls.nullable(),
  model_calls: Calls.nullable(),
  api_calls: Calls.nullable(),
  context: z.strictObject({ max_prompt_tokens: Tokens.nullable(), window: Tokens.nullable() }),
  steps: z.array(AgentStep).max(MOST.steps),
  tools: z.array(ToolCall).max(MOST.tools),
  /** Tools it could have called; null when not told. */
  tools_loaded: z.array(Name).max(MOST.names).nullable(),
  /** What was allowed, refused or changed, summed per rule and tool. */
  decisions: z.array(Decision).max(200),
  /** What it did to the world, by kind: `create_pull_request` 1, `noop` 1. */
  actions: z.array(z.strictObject({ type: Name, count: SomeCalls })).max(100),
  evals: z.array(Evaluation).max(MOST.evals),
  metrics: z.array(UserMetric).max(MOST.metrics),
  resources: Resources.nullable(),
  /** The first prompt and the last answer. */
  query_preview: Content.nullable(),
  response_preview: Content.nullable(),
  /** What was cut, dropped or could not be read, in words. */
  truncated: z.array(z.string().max(300)).max(20),
  /** How many of each kind were redacted. */
  redactions: z.record(z.string().max(40), Tokens),
  source: z.strictObject({
    /** The row of the importer table. */
    importer: Name,
    version: Ordinal,
    /** Higher is better: a job's log tells less than the agent's own file of the same work. */
    rank: Ordinal,
    /** The file it came from: an artifact's entry, or the job's log. */
    file: z.string().max(300).nullable(),
  }),
});
export type Execution = z.infer<typeof Execution>;
