import type { AgentEvent } from "#core/records/event.ts";
import type { Execution } from "#core/records/execution.ts";
import { errorCategory } from "#core/telemetry/error-category.ts";
import type { ImportContext } from "#core/telemetry/importer.ts";
import type { AgentWork } from "#core/telemetry/importers/agent-work.ts";
import { credits, PROVIDER } from "#core/telemetry/importers/copilot/metrics.ts";
import {
  callId,
  durationOf,
  modelOf,
  type Span,
  spanOf,
  statusOf,
  thrownIn,
  timeOf,
} from "#core/telemetry/importers/copilot/span.ts";
import { copilotWork } from "#core/telemetry/importers/copilot/work.ts";
import { ThrownExceptions } from "#core/telemetry/importers/thrown-exceptions.ts";
import {
  amountAt,
  countAt,
  type LooseObject,
  objectAt,
  objectsAt,
  textAt,
} from "#core/telemetry/loose-json.ts";
import { priceTier } from "#core/telemetry/price-tier.ts";
import { isoMilliseconds } from "#core/time.ts";

const MOST_SPANS = 50_000;
const ERROR = 2;

/**
 * The spans of one trace, from Copilot's OpenTelemetry file exporter. `invoke_agent` repeats the sum of its `chat`
 * spans, and sub-agents are within it: requests are added up, the outermost agent only where there are none.
 */
export class CopilotTrace {
  readonly #context: ImportContext;
  readonly #path: string;
  readonly #spans = new Map<string, Span>();
  readonly #thrown = new ThrownExceptions();

  constructor(context: ImportContext, path: string) {
    this.#context = context;
    this.#path = path;
  }

  span(reported: LooseObject): void {
    const id = textAt(reported, "spanId");
    if (id === null || this.#spans.size >= MOST_SPANS) return;
    this.#spans.set(id, spanOf(id, reported));
  }

  /** A session has a trace for each prompt. */
  get session(): string | null {
    for (const { reported: told } of this.#spans.values()) {
      const session = textAt(objectAt(told, "attributes"), "gen_ai.conversation.id");
      if (session !== null) return session;
    }
    return null;
  }

  absorb(other: CopilotTrace): void {
    for (const [id, span] of other.#spans) if (this.#spans.size < MOST_SPANS) this.#spans.set(id, span);
  }

  finish(): { execution: Execution; events: AgentEvent[] } | null {
    const spans = [...this.#spans.values()].sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
    const agents = spans.filter(({ operation }) => operation === "invoke_agent");
    const roots = agents.filter(({ parent }) => parent === null);
    // The file may begin after the session did: then no agent's parent is in it.
    if (roots.length === 0)
      roots.push(...agents.filter(({ parent }) => parent !== null && !this.#spans.has(parent)).slice(0, 1));
    const root = roots[0];
    const first = root ?? spans[0];
    if (first === undefined) return null;
    const { session } = this;
    const work = copilotWork(this.#context, this.#path, session);
    const { facts } = work.draft;
    facts.trace_id = work.draft.name(first.reported["traceId"]) ?? facts.trace_id;
    const resource = objectAt(objectAt(first.reported, "resource"), "attributes");
    facts.agent_version = work.draft.name(resource["service.version"]);
    facts.service_name = work.draft.name(resource["service.name"]);
    let requests = 0;
    for (const span of spans) {
      if (span.operation === "chat" && this.#chat(work, span, root)) requests++;
      if (span.operation === "execute_tool") this.#tool(work, span);
      this.#thrown.within(span.id, span.parent);
      for (const event of objectsAt(span.reported, "events")) {
        tellEvent(work, event, span.end);
        this.#thrown.add({ ...thrownIn(event), span: span.id, at: timeOf(event, "time") ?? span.end });
      }
    }
    if (requests === 0) for (const outermost of roots) addUsage(work, outermost, this.#context, null);
    tellEnd(work, root === undefined ? [first] : roots);
    this.#thrown.tell(work.draft);
    const events = work.finish(this.#context.run.run_started_at ?? this.#context.run.created_at);
    return { execution: work.draft.build(), events };
  }

  /** @returns whether it told its tokens */
  #chat(work: AgentWork, span: Span, root: Span | undefined): boolean {
    const attributes = objectAt(span.reported, "attributes");
    const usage = addUsage(work, span, this.#context, 1);
    const error = textAt(attributes, "error.type");
    const step = work.turn({
      at: span.start,
      within: this.#toolAround(span, root),
      model: modelOf(work, attributes),
      duration_ms: durationOf(span),
      status: error === null && statusOf(span) !== ERROR ? "success" : "failure",
      error_type: error === null ? null : errorCategory(error),
      prompt: usage?.prompt ?? null,
      completion: usage?.completion ?? null,
      cache_read: usage?.cache_read ?? null,
      request_id: work.draft.name(attributes["gen_ai.response.id"]),
    });
    this.#thrown.place(span.id, step);
    work.seen(span.end);
    if (error !== null) work.retried();
    const duration = durationOf(span);
    const { facts } = work.draft;
    if (duration !== null) facts.llm_time_ms = (facts.llm_time_ms ?? 0) + duration;
    return usage !== null;
  }

  #tool(work: AgentWork, span: Span): void {
    const reported = objectAt(span.reported, "attributes");
    const id = callId(span);
    const name =
      textAt(reported, "gen_ai.tool.name") ??
      (textAt(span.reported, "name") ?? "").replace(/^execute_tool /, "");
    const call = work.call({
      id,
      name: name || "unknown",
      server: textAt(reported, "mcp.server.name"),
      input: undefined,
      at: span.start,
    });
    const error = textAt(reported, "error.type");
    const failed = error !== null || statusOf(span) === ERROR;
    const errors = [error, textAt(objectAt(span.reported, "status"), "message")];
    work.result(id, { status: failed ? "failure" : "success", errors, output: null, at: span.end });
    const step = work.stepOf(id);
    if (step !== null) this.#thrown.place(span.id, step, call);
  }

  /** The call that started the sub-agent a span is in. */
  #toolAround(span: Span, root: Span | undefined): string | null {
    let parent = span.parent;
    for (let depth = 0; depth < 50 && parent !== null && parent !== root?.id; depth++) {
      const around = this.#spans.get(parent);
      if (around?.operation === "execute_tool") return callId(around);
      parent = around?.parent ?? null;
    }
    return null;
  }
}

function addUsage(work: AgentWork, span: Span, context: ImportContext, requests: number | null) {
  const reported = objectAt(span.reported, "attributes");
  const prompt = countAt(reported, "gen_ai.usage.input_tokens");
  const completion = countAt(reported, "gen_ai.usage.output_tokens");
  if (prompt === null && completion === null) return null;
  const model = modelOf(work, reported);
  const one = (...keys: string[]) =>
    keys.map((key) => countAt(reported, `gen_ai.usage.${key}`)).find((n) => n !== null) ?? null;
  const part = {
    provider: PROVIDER,
    model,
    tier:
      requests === null
        ? null
        : priceTier(PROVIDER, model, prompt, isoMilliseconds(span.start) ?? context.run.created_at, []),
    requests,
    prompt,
    completion,
    cache_read: one("cache_read.input_tokens", "cache_read_input_tokens"),
    cache_write_5m: one(
      "cache_creation.input_tokens",
      "cache_write.input_tokens",
      "cache_creation_input_tokens",
    ),
    reasoning: one("reasoning.output_tokens", "reasoning_output_tokens"),
    reported_ai_credits: credits(amountAt(reported, "github.copilot.nano_aiu")),
  };
  work.draft.usage.add(part);
  return part;
}

function tellEvent(work: AgentWork, event: LooseObject, at: number | null): void {
  const name = (textAt(event, "name") ?? "").replace(/^github\.copilot\./, "");
  const reported = objectAt(event, "attributes");
  if (name === "session.compaction_complete" || name === "session.truncation")
    work.compaction(at, null, true);
  if (name === "session.abort") {
    const reason = textAt(reported, "reason") ?? textAt(reported, "github.copilot.reason") ?? "cancelled";
    if (/credit_limit/.test(reason)) work.limit("max_ai_credits", "exceeded", at);
    work.failed(/credit_limit/.test(reason) ? "failure" : "cancelled", reason);
  }
}

function tellEnd(work: AgentWork, roots: readonly Span[]): void {
  const { facts } = work.draft;
  for (const root of roots) {
    const reported = objectAt(root.reported, "attributes");
    work.seen(root.start);
    work.seen(root.end);
    const turns = countAt(reported, "github.copilot.turn_count");
    if (turns !== null) facts.turns = (facts.turns ?? 0) + turns;
    facts.agent_name ??= work.draft.name(reported["gen_ai.agent.name"]);
    const error = textAt(reported, "error.type");
    if (error !== null || statusOf(root) === ERROR)
      work.failed("failure", error, textAt(objectAt(root.reported, "status"), "message"));
    else if (root.operation === "invoke_agent" && facts.status === "in_progress") facts.status = "success";
  }
}
