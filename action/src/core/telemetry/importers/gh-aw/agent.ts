import { entry } from "#core/entry.ts";
import type { AgentEvent } from "#core/records/event.ts";
import type { Execution, ToolCall } from "#core/records/execution.ts";
import { plus } from "#core/statistics/distribution.ts";
import { executionId } from "#core/telemetry/ids.ts";
import type { Importer, ImportProblem, ReadingContext } from "#core/telemetry/importer.ts";
import { AgentWork } from "#core/telemetry/importers/agent-work.ts";
import { filledIn } from "#core/telemetry/importers/fill-in.ts";
import { tellInfo } from "#core/telemetry/importers/gh-aw/aw-info.ts";
import { Engines } from "#core/telemetry/importers/gh-aw/engines.ts";
import { Firewall } from "#core/telemetry/importers/gh-aw/firewall.ts";
import { Gateway } from "#core/telemetry/importers/gh-aw/gateway.ts";
import { SafeOutputs } from "#core/telemetry/importers/gh-aw/safe-outputs.ts";
import type { GhAwSpans } from "#core/telemetry/importers/gh-aw/spans.ts";
import {
  addRequest,
  providerOf,
  requestTokens,
  TokenUsageLines,
} from "#core/telemetry/importers/gh-aw/token-usage.ts";
import { shareCredits } from "#core/telemetry/importers/shared-credits.ts";
import { amountAt, countAt, type LooseObject, textAt } from "#core/telemetry/loose-json.ts";
import { priceTierOfSum } from "#core/telemetry/price-tier.ts";

export const NAME: Pick<Importer, "name" | "version" | "rank"> = { name: "gh-aw", version: 2, rank: 100 };

export type Job = "agent" | "detection";
export type Finished = { execution: Execution; events: AgentEvent[]; problems: ImportProblem[] };

/** Whose input the total in `agent_usage.json` is. */
const PROVIDER_OF_ENGINE: ReadonlyMap<string, string> = new Map([
  ["claude", "anthropic"],
  ["codex", "openai"],
  ["gemini", "gemini"],
  ["copilot", "copilot"],
]);

/** One agent of a gh-aw workflow, gathered from all files that tell of it. */
export class GhAwAgent {
  readonly work: AgentWork;
  readonly engines: Engines;
  readonly requests = new TokenUsageLines();
  readonly firewall = new Firewall();
  readonly gateway: Gateway;
  readonly outputs = new SafeOutputs();
  totals: LooseObject | null = null;
  summary: readonly LooseObject[] = [];
  /** Whether a file shows that this agent ran; a firewall's log alone could be anybody's. */
  hasRun = false;
  readonly #context: ReadingContext;
  readonly #job: Job;

  /** @param call what tells the workflows apart that one run calls: the prefix of their artifacts */
  constructor(context: ReadingContext, call: string, job: Job, file: string) {
    this.#context = context;
    this.#job = job;
    this.work = new AgentWork(context, {
      importer: NAME,
      key: `gh-aw/${call}/${job}`,
      agentId: "gh-aw",
      file,
    });
    const { draft } = this.work;
    if (job === "detection") draft.facts.parent_execution_id = executionId(context, `gh-aw/${call}/agent`);
    this.engines = new Engines(context);
    this.gateway = new Gateway(draft);
  }

  finish(info: LooseObject | null, spans: GhAwSpans, others: TokenUsageLines | null): Finished {
    const { draft } = this.work;
    const { facts } = draft;
    const engine = this.engines.finish();
    const name = info === null ? null : textAt(info, "engine_id");
    facts.agent_id = `gh-aw${name === null ? "" : `:${draft.name(name)}`}${this.#job === "agent" ? "" : "/detection"}`;
    if (info !== null) tellInfo(draft, info, this.#context);
    facts.trace_id = spans.traceId ?? facts.trace_id;
    const hasSteps = (engine.execution?.steps.length ?? 0) > 0;
    const requests = this.requests.list(others);
    for (const line of requests) addRequest(this.work, line, this.#context, !hasSteps);
    if (requests.length > 0) {
      facts.model_calls = requests.length;
      facts.api_calls = requests.length;
    }
    this.#totals(requests, name, info);
    this.firewall.tell(draft);
    this.outputs.tell(draft);
    this.gateway.summary(this.summary);
    if (facts.status === "in_progress" && !this.outputs.isEmpty) facts.status = "success";
    const events = this.work.finish(this.#context.run.run_started_at ?? this.#context.run.created_at);
    const isReported =
      requests.length > 0 || this.totals !== null || (engine.execution?.usage.length ?? 0) > 0;
    if (!isReported) {
      const sum = spans.usage(draft, this.#job);
      if (sum !== null) draft.usage.add(sum);
    }
    const own = draft.build();
    const reported = engine.execution === null ? own : withEngine(own, engine.execution);
    const tools = [...joined(reported.tools, this.gateway.calls)];
    const agent_id = facts.agent_id;
    const asked = info === null ? null : draft.name(info["model"]);
    return {
      execution: {
        ...reported,
        model: reported.model ?? asked,
        tools: tools.slice(0, 500),
        truncated: noted(reported, tools.length),
      },
      events: [...events, ...engine.events.map((event) => ({ ...event, agent_id }))],
      problems: engine.problems,
    };
  }

  /** gh-aw's own sum: all there is without the requests, and otherwise a check. */
  #totals(requests: readonly LooseObject[], engine: string | null, info: LooseObject | null): void {
    const { totals } = this;
    const { draft } = this.work;
    if (requests.length > 0) this.#credits(requests);
    if (totals === null) return;
    if (requests.length === 0) {
      const provider = PROVIDER_OF_ENGINE.get(engine ?? "") ?? "unknown";
      const used = {
        provider: providerOf(provider),
        model: draft.name(totals["primary_model"]) ?? draft.name(info?.["model"]),
        ...requestTokens({ ...totals, provider }),
      };
      const credits = amountAt(totals, "ai_credits");
      const tier = credits === null ? priceTierOfSum(used, this.#context.run.created_at) : null;
      draft.usage.add({ ...used, tier, reported_ai_credits: credits });
      return;
    }
    for (const key of ["input_tokens", "output_tokens", "cache_read_tokens", "cache_write_tokens"]) {
      const sum = requests.reduce((all, line) => all + (countAt(line, key) ?? 0), 0);
      const reported = countAt(totals, key);
      if (reported !== null && reported !== sum)
        draft.note(`agent_usage.json counts ${reported} ${key}, the requests ${sum}.`);
    }
  }

  /** Requests tell what they cost, or at least what all until then did. */
  #credits(requests: readonly LooseObject[]): void {
    if (requests.some((line) => amountAt(line, "ai_credits_this_response") !== null)) return;
    const running = requests
      .map((line) => amountAt(line, "ai_credits_total"))
      .filter((some) => some !== null);
    const reported = this.totals === null ? null : amountAt(this.totals, "ai_credits");
    const credits = reported ?? (running.length === 0 ? null : running.reduce((a, b) => Math.max(a, b)));
    shareCredits(this.work.draft.usage, { credits, premiumRequests: null }, {});
  }
}

/** What the agent itself told beside what gh-aw did: its steps and tools, and its tokens only where gh-aw has none. */
function withEngine(own: Execution, engine: Execution): Execution {
  const hasTokens = own.usage.length > 0;
  const filled = filledIn(own, engine);
  const failed = engine.status !== "in_progress" && engine.status !== "success";
  const outcome = own.status === "in_progress" || (own.status === "success" && failed) ? engine : own;
  return {
    ...filled,
    status: outcome.status,
    error_type: outcome.error_type,
    error_message: outcome.error_message,
    error_message_hash: outcome.error_message_hash,
    usage: hasTokens ? own.usage : engine.usage,
    usage_approximate: hasTokens ? false : engine.usage_approximate,
    model: own.model ?? engine.model,
    turns: engine.turns ?? own.turns,
    retries: plus(own.retries, engine.retries),
    steps: engine.steps.length > 0 ? engine.steps : own.steps,
    tools: engine.tools,
    decisions: [...own.decisions, ...engine.decisions].slice(0, 200),
    evals: [...own.evals, ...engine.evals].slice(0, 100),
  };
}

/** The agent and the gateway tell of the same calls: the gateway knows the server, the time and the sizes. */
function* joined(own: readonly ToolCall[], gateway: readonly ToolCall[]): Iterable<ToolCall> {
  const waiting = new Map<string, ToolCall[]>();
  for (const call of gateway) entry(waiting, call.name, () => []).push(call);
  for (const call of own) {
    const seen =
      call.calls > 1 ? undefined : (waiting.get(call.name) ?? waiting.get(bare(call.name)))?.shift();
    yield seen === undefined
      ? call
      : {
          ...call,
          name: seen.name,
          server: seen.server ?? call.server,
          duration_ms: seen.duration_ms ?? call.duration_ms,
          input_bytes: seen.input_bytes ?? call.input_bytes,
          output_bytes: seen.output_bytes ?? call.output_bytes,
          input: call.input ?? seen.input,
          output: call.output ?? seen.output,
          status: seen.status === "unknown" ? call.status : seen.status,
          error: seen.error ?? call.error,
          error_type: seen.error_type ?? call.error_type,
        };
  }
  for (const calls of waiting.values()) yield* calls;
}

/** `github-get_issue`, `mcp_github_get_issue` */
function bare(name: string): string {
  return name.replace(/^(?:mcp_)?[a-z]+(?:-|__|_)/, "");
}

function noted({ truncated }: Execution, tools: number): string[] {
  return tools <= 500 ? truncated : [...truncated, `500 of ${tools} tool calls are kept.`].slice(-20);
}
