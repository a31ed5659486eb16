import * as z from "zod";
import {
  Bytes,
  Credits,
  Instant,
  Milliseconds,
  Share,
  StatusCode,
  Tokens,
  Usd,
} from "#core/records/bounds.ts";
import { Trust } from "#core/records/trust.ts";

/**
 * What an agent or a program told while it ran, in the words of `agentops emit` and the event library. Requests,
 * steps and tool calls become an Execution; of the rest (policy decisions, budget thresholds, `custom.*`) the
 * event itself is stored. Append-only.
 */

const Name = z.string().min(1).max(200);
/** More than is kept, so that secrets are found before it is cut. */
const Words = z.string().max(16_000);
/** Of one event: it is a line, and not a file in one. */
export const MOST_ATTRIBUTES = 100;

export const EVENT_TYPES = [
  "agent.request.started",
  "agent.request.completed",
  "agent.step.started",
  "agent.step.completed",
  "agent.tool.called",
  "agent.tool.failed",
  "agent.retry",
  "agent.fallback.triggered",
  "agent.policy.decision",
  "agent.budget.threshold_hit",
] as const;

/** A number of the user's own is an event like any other; importers make a metric of it. */
export const METRIC_EVENT = "custom.metric";
/** What somebody thinks of the work; importers make an evaluation of it. */
export const SCORE_EVENT = "custom.score";
/** A work of several agents has ended; importers say so of every execution that was part of it. */
export const WORKFLOW_EVENT = "custom.workflow";

const EventType = z.union([z.enum(EVENT_TYPES), z.string().regex(/^custom\.[\w.-]{1,100}$/)]);

/** As accepted from outside: one JSON object a line, every field but `type` and `timestamp` optional. */
export const AgentEvent = z.strictObject({
  type: EventType,
  timestamp: Instant,
  trace_id: Name.nullish(),
  span_id: Name.nullish(),
  parent_span_id: Name.nullish(),
  org_id: Name.nullish(),
  workspace_id: Name.nullish(),
  project_id: Name.nullish(),
  team: Name.nullish(),
  user_id: Name.nullish(),
  session_id: Name.nullish(),
  agent_id: Name.nullish(),
  agent_type: Name.nullish(),
  /** The work of several agents that it belongs to, which of its rounds, and how they work together. */
  workflow_id: Name.nullish(),
  workflow_round: Name.nullish(),
  workflow_type: Name.nullish(),
  workflow_version: Name.nullish(),
  environment: Name.nullish(),
  provider: Name.nullish(),
  model: Name.nullish(),
  prompt_version: Name.nullish(),
  status: Name.nullish(),
  error_type: Name.nullish(),
  error_message: z.string().max(2000).nullish(),
  error_message_hash: Name.nullish(),
  /** Of an exception that was thrown: its class is the `error_type`. */
  error_stack: Words.nullish(),
  /** Milliseconds. */
  latency_ms: Milliseconds.nullish(),
  tokens_prompt: Tokens.nullish(),
  tokens_completion: Tokens.nullish(),
  tokens_total: Tokens.nullish(),
  tokens_cache_read: Tokens.nullish(),
  tokens_cache_write: Tokens.nullish(),
  tokens_reasoning: Tokens.nullish(),
  /** US dollars. */
  cost_usd: Usd.nullish(),
  /** GitHub's; never added to dollars. */
  ai_credits: Credits.nullish(),
  /** `flex`, `priority`, `batch`, `fast`: at which of its prices the provider answered; the standard one otherwise. */
  service_tier: Name.nullish(),
  /** What asked for it: `main_agent`, `sub_agent`, `tool_call`, `advisor`, `compaction`. */
  component: Name.nullish(),
  /** What the provider calls the request, to ask for it there. */
  request_id: Name.nullish(),
  /** What went into a step, a call or the whole, and what came out. */
  input_bytes: Bytes.nullish(),
  output_bytes: Bytes.nullish(),
  /** Of the machine's memory, what the program held then. */
  memory_bytes: Bytes.nullish(),
  /** How much of the model's window was filled: tokens, of so many, or the part of it. */
  context_tokens: Tokens.nullish(),
  context_window: Tokens.nullish(),
  context_share: Share.nullish(),
  step_name: Name.nullish(),
  step_kind: Name.nullish(),
  operation: Name.nullish(),
  tool_name: Name.nullish(),
  tool_server: Name.nullish(),
  host: Name.nullish(),
  status_code: StatusCode.nullish(),
  policy_id: Name.nullish(),
  policy_result: Name.nullish(),
  /** What a step said. Kept, like the two below, as far as `privacy.previews` says. */
  content: Words.nullish(),
  /** What a tool was given and gave back; of a request: its prompt and its answer. */
  input: Words.nullish(),
  output: Words.nullish(),
  /** For `custom.*`, `score` and `metric`: what is told, as plain values. */
  attributes: z
    .record(z.string().max(100), z.union([z.string().max(500), z.number(), z.boolean()]))
    .nullish(),
});
export type AgentEvent = z.infer<typeof AgentEvent>;

/** As stored, in the file of the day it was first recorded. */
export const StoredEvent = AgentEvent.extend({
  /** 32 hex digits over the repository, the run's attempt and the event: recording twice gives one. 16 in version 1. */
  event_id: z.string().regex(/^[0-9a-f]{16}(?:[0-9a-f]{16})?$/),
  trust: Trust,
  /**
   * Whether it stands in a file that our own collect step left, beside its note of this very attempt. Decisions and
   * thresholds count only then, and only of the repository's own runs.
   */
  own_step: z.boolean(),
  run_id: z.number().int().positive().nullable(),
  run_attempt: z.number().int().positive().nullable(),
});
export type StoredEvent = z.infer<typeof StoredEvent>;
