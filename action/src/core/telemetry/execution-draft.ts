import { raise } from "#core/counts.ts";
import { withoutNoise } from "#core/failures/without-noise.ts";
import { fnv1a64 } from "#core/hash.ts";
import type { Decision } from "#core/records/decision.ts";
import { type Execution, MOST } from "#core/records/execution.ts";
import { trustOf } from "#core/records/trust.ts";
import { decisionWord } from "#core/telemetry/decision-word.ts";
import { DraftTexts } from "#core/telemetry/draft-texts.ts";
import { executionId, traceId } from "#core/telemetry/ids.ts";
import type { ImportContext, Importer } from "#core/telemetry/importer.ts";
import { onlyRequest, withRequestIds } from "#core/telemetry/request-ids.ts";
import { StepList } from "#core/telemetry/step-list.ts";
import { ToolList } from "#core/telemetry/tool-list.ts";
import { UsageTable } from "#core/telemetry/usage-table.ts";

const LONGEST = { message: 500, reason: 200, note: 300, file: 300 } as const;
const MOST_DECISIONS = 200;
const MOST_ACTIONS = 100;
const MOST_NOTES = 20;

/** What is written as it is told; lists, ids and the source are the draft's own. Texts come through `name` and `text`. */
type Facts = Omit<
  Execution,
  | "execution_id"
  | "told_id"
  | "trust"
  | "run_id"
  | "run_attempt"
  | "job_id"
  | "error_message_hash"
  | "usage"
  | "steps"
  | "tools"
  | "tools_loaded"
  | "decisions"
  | "actions"
  | "evals"
  | "metrics"
  | "exceptions"
  | "truncated"
  | "redactions"
  | "source"
>;
/** Where an execution comes from. */
export type DraftSource = {
  importer: Pick<Importer, "name" | "version" | "rank">;
  /** What tells this execution from the attempt's others, see `executionId`. */
  key: string;
  agentId: string;
  file: string | null;
};

/** An execution while its files are read: bounds every list, redacts every text, and says what was cut. */
export class ExecutionDraft {
  readonly facts: Facts;
  readonly steps = new StepList();
  readonly tools = new ToolList();
  readonly usage = new UsageTable();
  readonly evals: Execution["evals"] = [];
  readonly metrics: Execution["metrics"] = [];
  readonly exceptions: Execution["exceptions"] = [];
  readonly #context: ImportContext;
  readonly #source: DraftSource;
  readonly #texts: DraftTexts;
  readonly #decisions = new Map<string, Decision>();
  readonly #actions = new Map<string, number>();
  readonly #notes = new Set<string>();
  #toolsLoaded: Set<string> | null = null;

  constructor(context: ImportContext, source: DraftSource) {
    this.#context = context;
    this.#source = source;
    this.#texts = new DraftTexts(context);
    this.facts = {
      session_id: null,
      trace_id: traceId(context),
      request_id: null,
      parent_execution_id: null,
      agent_id: this.name(source.agentId) ?? "unknown",
      agent_name: null,
      agent_type: null,
      agent_version: null,
      agent_workflow: null,
      workflow_version: null,
      prompt_version: null,
      environment: null,
      service_name: null,
      user_id: null,
      org_id: null,
      workspace_id: null,
      project_id: null,
      team: null,
      item: null,
      status: "in_progress",
      error_type: null,
      error_message: null,
      started_at: null,
      completed_at: null,
      duration_ms: null,
      llm_time_ms: null,
      model: null,
      usage_approximate: false,
      turns: null,
      retries: null,
      fallbacks: null,
      model_calls: null,
      api_calls: null,
      context: { max_prompt_tokens: null, window: null },
      resources: null,
      query_preview: null,
      response_preview: null,
    };
  }

  /** A short name as it may be stored: redacted, one line, at most 200 characters; null for what is none. */
  name(reported: unknown): string | null {
    return this.#texts.name(reported);
  }

  /** A tool's error or a reason: redacted, at most 200 characters. */
  reason(reported: string | null): string | null {
    return this.#texts.text(reported, LONGEST.reason);
  }

  /** The same of an error, at most 500. */
  message(reported: string | null): string | null {
    return this.#texts.text(reported, LONGEST.message);
  }

  /** Sets the error's message, redacted; the first one told stays. */
  error(reported: string | null): void {
    this.facts.error_message ??= this.message(reported);
  }

  /** Its program threw something. */
  exception({ type, message, stack, ...rest }: Execution["exceptions"][number]): void {
    const reported = {
      type: this.name(type),
      message: this.message(message),
      stack: this.#texts.stack(stack),
    };
    this.exceptions.push({ ...reported, ...rest });
  }

  /** Keeps of the first prompt what is asked for. */
  query(reported: string | null): void {
    this.facts.query_preview ??= this.#texts.preview(reported);
  }

  /** The same of an answer; the last one told stays. */
  response(reported: string | null): void {
    if (reported !== null) this.facts.response_preview = this.#texts.preview(reported);
  }

  /** What was said, or given to a tool and back; null unless contents are kept. Values that are no text are JSON. */
  content(reported: unknown): string | null {
    return this.#texts.content(reported);
  }

  /** Widens the largest prompt seen. */
  prompted(tokens: number | null): void {
    const { context } = this.facts;
    if (tokens !== null) context.max_prompt_tokens = Math.max(context.max_prompt_tokens ?? 0, tokens);
  }

  /** Something was allowed, refused or changed, so often. @param word as it was told */
  decision(policy: string, tool: string | null, word: string, reason: string | null, count = 1): void {
    const [policy_id, name] = [this.name(policy) ?? "unknown", this.name(tool)];
    const result = decisionWord(this.name(word));
    const key = `${policy_id}\n${name}\n${result}`;
    const known = this.#decisions.get(key);
    if (known) known.count += count;
    else if (this.#decisions.size < MOST_DECISIONS)
      this.#decisions.set(key, { policy_id, tool: name, result, count, reason: this.reason(reason) });
    else this.note(`Only the first ${MOST_DECISIONS} kinds of decisions are kept.`);
  }

  /** It did something to the world: `create_pull_request`. */
  action(type: string, count = 1): void {
    const name = this.name(type);
    if (name === null) return;
    if (this.#actions.has(name) || this.#actions.size < MOST_ACTIONS) raise(this.#actions, name, count);
    else this.note(`Only the first ${MOST_ACTIONS} kinds of actions are kept.`);
  }

  loadedTools(names: readonly unknown[]): void {
    this.#toolsLoaded ??= new Set();
    for (const reported of names) {
      const name = this.name(reported);
      if (name === null) continue;
      if (this.#toolsLoaded.size < MOST.names) this.#toolsLoaded.add(name);
      else this.note(`Only the first ${MOST.names} loaded tools are kept.`);
    }
  }

  /** Something was cut or could not be read. */
  note(text: string): void {
    if (this.#notes.size < MOST_NOTES - 4) this.#notes.add(this.#texts.text(text, LONGEST.note) ?? "");
  }

  build(): Execution {
    const { error_message } = this.facts;
    const steps = this.steps.list();
    const wereToolsCut = this.tools.isCut;
    const tools = this.tools.list();
    const usage = withRequestIds(this.usage.rows(), steps);
    const cut = [
      ...(this.steps.count > steps.length ? [`${steps.length} of ${this.steps.count} steps are kept.`] : []),
      ...(wereToolsCut ? [`The last of ${this.tools.count} tool calls are summed.`] : []),
      ...(this.evals.length > MOST.evals ? [`${MOST.evals} of ${this.evals.length} scores are kept.`] : []),
      ...(this.metrics.length > MOST.metrics
        ? [`${MOST.metrics} of ${this.metrics.length} metrics are kept.`]
        : []),
      ...(this.exceptions.length > MOST.exceptions
        ? [`${MOST.exceptions} of ${this.exceptions.length} exceptions are kept.`]
        : []),
    ];
    return {
      execution_id: executionId(this.#context, this.#source.key),
      told_id: null,
      trust: trustOf(this.#context.run, "own"),
      run_id: this.#context.run.id,
      run_attempt: this.#context.run.run_attempt,
      job_id: this.#context.jobId,
      ...this.facts,
      request_id: this.facts.request_id ?? onlyRequest(this.facts, steps),
      error_message_hash: error_message === null ? null : fnv1a64(withoutNoise(error_message)),
      model: this.facts.model ?? this.usage.largestModel(),
      exceptions: this.exceptions.slice(0, MOST.exceptions),
      usage,
      steps,
      tools,
      tools_loaded: this.#toolsLoaded === null ? null : [...this.#toolsLoaded],
      decisions: [...this.#decisions.values()],
      actions: [...this.#actions].map(([type, count]) => ({ type, count })),
      evals: this.evals.slice(0, MOST.evals),
      metrics: this.metrics.slice(0, MOST.metrics),
      truncated: [...this.#notes, ...cut],
      redactions: { ...this.#texts.redactions },
      source: {
        importer: this.#source.importer.name,
        version: this.#source.importer.version,
        rank: this.#source.importer.rank,
        file: this.#texts.text(this.#source.file, LONGEST.file),
      },
    };
  }
}
