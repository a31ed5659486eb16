import { COLLECTED } from "#core/telemetry/collected-job.ts";
import { type Files, jsonl } from "#simulator/history/telemetry/archive.ts";
import { collectedFiles } from "#simulator/history/telemetry/collected.ts";
import {
  type Attributes,
  logsRequest,
  type Metric,
  metricsRequest,
  type Span,
  spansRequest,
} from "#simulator/history/telemetry/otlp.ts";
import { perform } from "#simulator/history/telemetry/perform.ts";
import { type Scene, uuid } from "#simulator/history/telemetry/scene.ts";
import { ANSWERS } from "#simulator/history/telemetry/talk.ts";
import { DOCS_SUB_AGENT, DOCS_TOOLS, SEARCH_HOST } from "#simulator/history/telemetry/toolbox.ts";
import {
  type ModelCall,
  promptOf,
  type ToolUse,
  type Turn,
  type Work,
} from "#simulator/history/telemetry/work.ts";

const MODEL = "gpt-5-mini";
const RESOURCE = { "service.name": "docs-assistant", "deployment.environment.name": "production" };
const QUESTIONS = [
  "How do I pin a model version?",
  "Why does the router ignore my budget?",
  "Can the planner resume a session on another machine?",
  "Where are traces kept, and for how long?",
];

export function docsWork({ random, from, to, cause }: Scene): Work {
  return perform(random, {
    ...{ session: uuid(random), from, to, model: MODEL, cause, loop: false },
    ...{ turns: Math.max(3, random.around(5)), base: random.around(5200), limit: 120_000 },
    tools: DOCS_TOOLS,
    task: { tool: DOCS_SUB_AGENT, model: MODEL },
    ...{ aside: null, fallback: null, answer: random.pick(ANSWERS), reasoning: 0.3 },
    ...{ down: cause === "tool_timeout" ? ["web"] : [], refused: 0.02, cacheWrites: false },
  });
}

/** What OpenTelemetry's SDK exported to the collect step: spans, a log record of each failure, and metrics. */
export function docsFiles(scene: Scene, work: Work): Files {
  const trace = work.session.replaceAll("-", "");
  const spans = new Spans(scene, work);
  const requests = [
    spansRequest(RESOURCE, trace, spans.list),
    ...(spans.failed.length === 0
      ? []
      : [
          logsRequest(
            RESOURCE,
            spans.failed.map((log) => ({ ...log, traceId: trace })),
          ),
        ]),
    metricsRequest(RESOURCE, metricsOf(scene, work)),
  ];
  return collectedFiles(scene, "docs-assistant", { [COLLECTED.otlp]: jsonl(requests) });
}

/** The spans of one work, an agent's around its requests and calls. */
class Spans {
  readonly list: Span[] = [];
  readonly failed: { at: number; spanId: string; attributes: Attributes }[] = [];
  readonly #scene: Scene;

  constructor(scene: Scene, work: Work) {
    this.#scene = scene;
    const question = scene.random.pick(QUESTIONS);
    const root = this.#add(null, "invoke_agent docs-assistant", work.from, work.to, {
      ...{ "gen_ai.operation.name": "invoke_agent", "gen_ai.agent.name": "docs-assistant" },
      ...{ "gen_ai.conversation.id": work.session, "gen_ai.prompt.version": "2" },
    });
    for (const [index, turn] of work.turns.entries()) this.#turn(root, turn, index === 0 ? question : null);
    if (work.cause !== null) root.exception = exceptionOf("RuntimeError", `gave up: ${work.cause}`);
  }

  #turn(parent: Span, { call, thought, tools }: Turn, question: string | null): void {
    this.#add(parent, `chat ${call.model}`, call.at, call.at + call.ms, {
      ...requestOf(call),
      "gen_ai.input.messages": question && messages("user", question),
      "gen_ai.output.messages": messages("assistant", thought),
    });
    for (const use of tools) this.#tool(parent, use);
  }

  #tool(parent: Span, use: ToolUse): void {
    const { tool, at, ms, status, output } = use;
    const isCall = tool.server !== "docs-index" && tool.server !== "memory";
    const name = isCall
      ? `execute_tool ${tool.name}`
      : `${tool.server === "memory" ? "memory" : "retrieval"} ${tool.name}`;
    const span = this.#add(parent, name, at, at + ms, {
      "gen_ai.tool.name": isCall ? tool.name : null,
      "mcp.server.name": isCall ? tool.server : null,
      "server.address": tool.server === "web" ? SEARCH_HOST : null,
      "gen_ai.tool.call.arguments": JSON.stringify(use.input),
      "gen_ai.tool.call.result": status === "success" ? output : null,
    });
    if (status === "failure") {
      span.exception = exceptionOf("TimeoutError", output);
      this.failed.push({ at: at + ms, spanId: span.id, attributes: { ...span.exception } });
    }
    if (use.turns.length === 0) return;
    const agent = { "gen_ai.operation.name": "invoke_agent", "gen_ai.agent.name": "summarizer" };
    const inner = this.#add(span, "invoke_agent summarizer", at, at + ms, agent);
    for (const turn of use.turns) this.#turn(inner, turn, null);
  }

  #add(parent: Span | null, name: string, from: number, to: number, attributes: Attributes): Span {
    const id = (this.#scene.job.id * 1000 + this.list.length).toString(16).padStart(16, "0");
    const span: Span = { id, parent: parent?.id ?? null, name, from, to, attributes };
    this.list.push(span);
    return span;
  }
}

function requestOf(call: ModelCall): Attributes {
  return {
    ...{ "gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai" },
    ...{ "gen_ai.request.model": call.model, "gen_ai.response.model": `${call.model}-2025-08-07` },
    "gen_ai.response.id": `resp_${call.id}`,
    "gen_ai.usage.input_tokens": promptOf(call),
    "gen_ai.usage.output_tokens": call.output,
    "gen_ai.usage.cache_read.input_tokens": call.cacheRead,
    "gen_ai.usage.reasoning.output_tokens": call.reasoning,
  };
}

function messages(role: string, content: string): string {
  return JSON.stringify([{ role, parts: [{ type: "text", content }] }]);
}

function exceptionOf(type: string, message: string): Attributes {
  return {
    "exception.type": type,
    "exception.message": message,
    "exception.stacktrace": [
      `${type}: ${message}`,
      "    at search (file:///home/runner/work/agent-fleet/agent-fleet/agents/tools.mjs:41:11)",
      "    at async answer (file:///home/runner/work/agent-fleet/agent-fleet/agents/docs-assistant.mjs:88:19)",
    ].join("\n"),
  };
}

/** Two counters of one name, a gauge and a histogram with buckets. */
function metricsOf({ random, to }: Scene, work: Work): Metric[] {
  const points = (channel: string, most: number) => ({
    ...{ attributes: { channel }, at: to, value: random.between(0, most) },
  });
  const scores = Array.from({ length: work.turns.length * 3 }, () => Math.round(random.next() * 100) / 100);
  return [
    {
      ...{ name: "docs.questions.answered", unit: "{question}", kind: "counter" },
      points: [points("issues", 6), points("discussions", 3)],
    },
    {
      ...{ name: "docs.index.pages", unit: "{page}", kind: "gauge" },
      points: [{ attributes: {}, at: to, value: 640 + random.between(0, 30) }],
    },
    {
      ...{ name: "docs.retrieval.score", unit: "1", kind: "histogram" },
      points: [{ attributes: {}, at: to, values: scores, bounds: [0.2, 0.4, 0.6, 0.8] }],
    },
  ];
}
