import { AgentEvent } from "#core/records/event.ts";
import type { Execution } from "#core/records/execution.ts";
import type { ImportContext, Importer } from "#core/telemetry/importer.ts";
import { type Answer, withAnswers } from "#core/telemetry/importers/otlp/answers.ts";
import { exceptionsOfSpan } from "#core/telemetry/importers/otlp/exceptions.ts";
import { identityOf } from "#core/telemetry/importers/otlp/identity.ts";
import { spanEvents } from "#core/telemetry/importers/otlp/span-events.ts";
import { roleOfSpan } from "#core/telemetry/importers/otlp/span-role.ts";
import { ReportedEvents } from "#core/telemetry/importers/reported-events.ts";
import type { Thrown } from "#core/telemetry/importers/thrown-exceptions.ts";
import type { SpanRecord } from "#core/telemetry/otlp/records.ts";

/** Beyond this a work is summed up by what came first; a day of an agent stays below. */
const MOST_ITEMS = 20_000;
const MOST_THROWN = 1000;

/** What one agent told in one session or trace, until all of it is here: spans of children come before their parents. */
export class OtlpSession {
  readonly #context: ImportContext;
  readonly #importer: Pick<Importer, "name" | "version" | "rank">;
  readonly #key: string;
  /** The file that told of it first. */
  readonly path: string | null;
  readonly #spans: SpanRecord[] = [];
  readonly #logs: AgentEvent[] = [];
  readonly #counted: AgentEvent[] = [];
  readonly #own: AgentEvent[] = [];
  readonly #thrown: Thrown[] = [];
  readonly #answers: Answer[] = [];
  /** Every span and the one around it, though neither may tell anything of an agent. */
  readonly #above = new Map<string, string | null>();
  readonly #seen = new Set<string>();
  #dropped = 0;

  constructor(
    context: ImportContext,
    importer: Pick<Importer, "name" | "version" | "rank">,
    key: string,
    path: string | null,
  ) {
    this.#context = context;
    this.#importer = importer;
    this.#key = key;
    this.path = path;
  }

  /** Senders repeat what they do not know to have arrived. */
  addSpan(span: SpanRecord): void {
    if (this.#seen.has(span.spanId) || this.#above.has(span.spanId)) return;
    if (this.#above.size < MOST_ITEMS) {
      this.#above.set(span.spanId, span.parentSpanId);
      for (const thrown of exceptionsOfSpan(span)) this.addThrown(thrown);
    }
    this.#keep(span);
  }

  #keep(span: SpanRecord): void {
    if (
      roleOfSpan(span).role === "other" &&
      span.parentSpanId === null &&
      !identityOf(span.attributes, span.resource).session_id
    )
      return;
    if (this.#spans.length >= MOST_ITEMS) this.#dropped += 1;
    else {
      this.#seen.add(span.spanId);
      this.#spans.push(span);
    }
  }

  addLog(event: AgentEvent): void {
    if (this.#logs.length < MOST_ITEMS) this.#logs.push(event);
    else this.#dropped += 1;
  }

  addThrown(thrown: Thrown): void {
    if (this.#thrown.length < MOST_THROWN) this.#thrown.push(thrown);
  }

  addAnswer(answer: Answer): void {
    if (this.#answers.length < MOST_ITEMS) this.#answers.push(answer);
  }

  addCounted(event: AgentEvent): void {
    this.#counted.push(event);
  }

  addOwn(event: AgentEvent): void {
    this.#own.push(event);
  }

  absorb(other: OtlpSession): void {
    for (const span of other.#spans) if (!this.#seen.has(span.spanId)) this.#keep(span);
    for (const log of other.#logs) this.addLog(log);
    this.#own.push(...other.#own);
    for (const thrown of other.#thrown) this.addThrown(thrown);
    for (const answer of other.#answers) this.addAnswer(answer);
    for (const [span, above] of other.#above) this.#above.set(span, above);
  }

  /** The session and agent that any of its parts names. */
  identity(): Pick<AgentEvent, "session_id" | "agent_id"> {
    const named = [...this.#spans.map((span) => identityOf(span.attributes, span.resource)), ...this.#logs];
    const root = this.#spans.find(({ parentSpanId }) => parentSpanId === null);
    const rootAgent = root && identityOf(root.attributes, root.resource).agent_id;
    return {
      session_id: named.find(({ session_id }) => session_id)?.session_id ?? null,
      agent_id: rootAgent ?? named.find(({ agent_id }) => agent_id)?.agent_id ?? null,
    };
  }

  /** Null where nothing of it is an agent's work. */
  finish(): Execution | null {
    const reported = this.#reported();
    if (!reported.some(({ type }) => type.startsWith("agent."))) return null;
    const { agent_id } = this.identity();
    const work = new ReportedEvents(this.#context, {
      importer: this.#importer,
      key: `otlp/${this.#key}`,
      agentId: agent_id ?? "unknown",
      file: this.path,
    });
    for (const [span, above] of this.#above) work.within(span, above);
    for (const thrown of this.#thrown) work.threw(thrown);
    for (const event of reported) {
      const parsed = AgentEvent.safeParse(event);
      if (!parsed.success) continue;
      if (this.#counted.includes(event)) work.counted(parsed.data);
      else work.add(parsed.data);
    }
    const execution = work.finish();
    if (execution === null || this.#dropped === 0) return execution;
    return {
      ...execution,
      truncated: [...execution.truncated, `${this.#dropped} spans and logs too many were left out.`],
    };
  }

  /** Everything as events by time, each thing once. */
  #reported(): AgentEvent[] {
    const spans = this.#spanEvents();
    const isRequest = ({ operation }: AgentEvent) => operation === "llm_request";
    const isTool = ({ type }: AgentEvent) => type.startsWith("agent.tool.");
    const hasRequests = this.#logs.some(isRequest);
    const hasTools = this.#logs.some(isTool);
    // Claude Code and Codex tell the same requests and calls as logs and as spans; their logs have the tokens.
    const kept = spans.filter((event) => !(hasRequests && isRequest(event)) && !(hasTools && isTool(event)));
    const events = [...this.#logs, ...kept, ...this.#own];
    if (
      !events.some(
        (event) => (event.tokens_prompt ?? event.tokens_completion ?? event.tokens_total ?? null) !== null,
      )
    )
      events.push(...this.#counted);
    events.sort((a, b) => Date.parse(a.timestamp) - Date.parse(b.timestamp) || orderOf(a) - orderOf(b));
    return this.#closed(this.#answers.length === 0 ? events : withAnswers(events, this.#answers));
  }

  #spanEvents(): AgentEvent[] {
    const byId = new Map(this.#spans.map((span) => [span.spanId, span]));
    const hasInference = new Set<string>();
    const agentsAbove = new Map<string, number>();
    for (const span of this.#spans) {
      const isInference = roleOfSpan(span).role === "inference";
      let above = byId.get(span.parentSpanId ?? "");
      for (let depth = 0; above !== undefined && depth < 100; depth += 1) {
        if (isInference) hasInference.add(above.spanId);
        if (roleOfSpan(above).role === "request")
          agentsAbove.set(span.spanId, (agentsAbove.get(span.spanId) ?? 0) + 1);
        above = byId.get(above.parentSpanId ?? "");
      }
    }
    return this.#spans.flatMap((span) => {
      const agents = agentsAbove.get(span.spanId) ?? 0;
      const component = agents === 0 ? null : agents === 1 ? "main_agent" : "sub_agent";
      return spanEvents(span, agents === 0, !hasInference.has(span.spanId)).map((event) =>
        event.type === "agent.step.completed" ? { ...event, component } : event,
      );
    });
  }

  /** Agents that tell no end (Claude Code's logs) ended with the last thing they told. */
  #closed(events: AgentEvent[]): AgentEvent[] {
    const work = events.filter(({ type }) => type.startsWith("agent."));
    const [first, last] = [work[0], work.at(-1)];
    if (
      first === undefined ||
      last === undefined ||
      work.some(({ type }) => type === "agent.request.completed")
    )
      return events;
    const lastRequest = work.filter(({ operation }) => operation === "llm_request").at(-1);
    const started = Date.parse(first.timestamp) - (first.latency_ms ?? 0);
    const ended: AgentEvent = {
      type: "agent.request.completed",
      timestamp: last.timestamp,
      latency_ms: Math.max(0, Date.parse(last.timestamp) - started),
      status: lastRequest?.status ?? "ok",
      error_type: lastRequest?.error_type ?? null,
      error_message: lastRequest?.error_message ?? null,
      output: this.#answers.length === 0 ? null : (lastRequest?.output ?? null),
    };
    return [...events, ended];
  }
}

/** Of what happens at the same time: beginnings first, ends last. */
function orderOf({ type }: AgentEvent): number {
  return type === "agent.request.started" ? 0 : type === "agent.request.completed" ? 2 : 1;
}
