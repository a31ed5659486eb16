import type { AgentEvent } from "#core/records/event.ts";
import type { ImportContext, Importer, ImportProblem } from "#core/telemetry/importer.ts";
import { AgentWork } from "#core/telemetry/importers/agent-work.ts";
import { promptOf } from "#core/telemetry/importers/claude/counts.ts";
import { ClaudeMessages } from "#core/telemetry/importers/claude/messages.ts";
import { modelUsage, tellResult, totalCost, withTotalCost } from "#core/telemetry/importers/claude/result.ts";
import {
  addCall,
  type ClaudeTokens,
  claudeTokens,
  feeRows,
  widen,
} from "#core/telemetry/importers/claude/usage.ts";
import { type ResumedPart, withoutResumed } from "#core/telemetry/importers/resumed.ts";
import { jsonElements } from "#core/telemetry/json-elements.ts";
import {
  countAt,
  type LooseObject,
  listAt,
  millisecondsAt,
  objectAt,
  parseObject,
  textAt,
} from "#core/telemetry/loose-json.ts";
import { priceTierOfSum } from "#core/telemetry/price-tier.ts";
import { Problems } from "#core/telemetry/problems.ts";
import type { UsagePart } from "#core/telemetry/usage-table.ts";
import type { Utc } from "#core/time.ts";

/** `claude-execution-output.json` by its content: one pretty list of SDK messages, or a line each (stream-json). */
const SDK =
  /"type": ?"(?:system|assistant|user|result)"[\s\S]*"(?:subtype|message|total_cost_usd|cost_usd)": ?/;
const OTHERS = /"(?:sessionId|parentUuid|stats|thread_id)": ?/;

const NAME = { name: "claude-execution", version: 2, rank: 90 } as const;

export const claudeExecution: Importer = {
  ...NAME,
  accepts: (path, head) =>
    /^\s*[[{]/.test(head) &&
    !OTHERS.test(head) &&
    (SDK.test(head) || /claude-execution-output\.json$/.test(path)),
  open(context) {
    const files: (ResumedPart & { events: AgentEvent[] })[] = [];
    const problems: ImportProblem[] = [];
    return {
      file(path) {
        const about = new Problems(path, context);
        const work = new Reading(context, path);
        const elements = jsonElements(
          (json, line) => {
            about.item(line, () => {
              const message = parseObject(json);
              if (message === null) about.add(line, "This is not JSON.");
              else work.message(message);
            });
          },
          (line, reason) => about.add(line, reason),
        );
        return {
          push: elements.push,
          end() {
            elements.end();
            const finished = work.finish();
            if (finished !== null) files.push(finished);
            problems.push(...about.list());
          },
        };
      },
      finish: () => ({
        executions: withoutResumed(files),
        events: files.flatMap(({ events }) => events),
        problems,
      }),
    };
  },
};

/** One file: one query to Claude Code. */
class Reading {
  readonly #context: ImportContext;
  readonly #path: string;
  #messages: ClaudeMessages | null = null;
  readonly #calls = new Map<string, ClaudeTokens>();
  #result: LooseObject | null = null;
  #model: string | null = null;
  #hasSubAgents = false;

  constructor(context: ImportContext, path: string) {
    this.#context = context;
    this.#path = path;
  }

  message(message: LooseObject): void {
    const at = millisecondsAt(message, "timestamp");
    const messages = this.#started(message);
    const { work } = messages;
    switch (textAt(message, "type")) {
      case "assistant":
        messages.assistant(message, this.#tokens(message), at);
        break;
      case "user":
        messages.user(message, at);
        break;
      case "system":
        if (textAt(message, "subtype") === "init") this.#init(work, message);
        else messages.system(message, at);
        break;
      case "rate_limit_event":
        messages.rateLimit(message, at);
        break;
      case "result":
        this.#result = message;
        messages.denials(message);
        break;
    }
    work.seen(at);
  }

  finish(): (ResumedPart & { events: AgentEvent[] }) | null {
    const messages = this.#messages;
    if (messages === null) return null;
    const { work } = messages;
    const { draft } = work;
    const calls = [...this.#calls.values()];
    const began = this.#context.run.run_started_at ?? this.#context.run.created_at;
    const result = this.#result;
    let rows: UsagePart[] = [];
    if (result === null) {
      draft.facts.status = "failure";
      draft.error("The file ends without a result.");
    } else {
      tellResult(draft, result);
      rows = modelUsage(draft, result);
      if (rows.length === 0) rows = this.#mainLoop(result);
    }
    if (rows.length === 0) {
      // Running guesses, but all there is.
      for (const tokens of calls) addCall(draft.usage, tokens, began);
      draft.facts.usage_approximate = calls.length > 0;
      rows = draft.usage.take();
    }
    for (const row of withTotalCost(rows, result === null ? null : totalCost(result)))
      draft.usage.add({ ...row, tier: row.tier === undefined ? tierOf(row, began) : row.tier });
    draft.facts.model = draft.usage.largestModel() ?? this.#model;
    if (result !== null) limits(work, result);
    const events = messages.finish(began);
    const prompt = calls.reduce((all, call) => all + promptOf(call), 0);
    return { execution: draft.build(), prompt, events };
  }

  #started(message: LooseObject): ClaudeMessages {
    if (this.#messages !== null) return this.#messages;
    const session = textAt(message, "session_id");
    const work = new AgentWork(this.#context, {
      importer: NAME,
      key: `claude-code/${session ?? this.#path}`,
      agentId: "claude-code",
      file: this.#path,
    });
    work.draft.facts.session_id = work.draft.name(session);
    this.#messages = new ClaudeMessages(work);
    return this.#messages;
  }

  #init({ draft }: AgentWork, message: LooseObject): void {
    this.#model ??= draft.name(message.model);
    draft.facts.agent_version ??= draft.name(message.claude_code_version);
    draft.loadedTools(listAt(message, "tools"));
  }

  /** The main loop's own sum, from results before `modelUsage`. */
  #mainLoop(result: LooseObject): UsagePart[] {
    const tokens = claudeTokens(result, this.#model ?? [...this.#calls.values()][0]?.model ?? null);
    if (tokens === null) return [];
    const work = this.#messages?.work;
    if (work !== undefined) work.draft.facts.usage_approximate = this.#hasSubAgents;
    const written = tokens.cache_write_5m + tokens.cache_write_1h;
    return [
      {
        provider: tokens.provider,
        model: tokens.model,
        prompt: tokens.input + tokens.cache_read + written,
        completion: tokens.output,
        cache_read: tokens.cache_read,
        cache_write_5m: tokens.cache_write_5m,
        cache_write_1h: tokens.cache_write_1h,
      },
      ...feeRows(tokens),
    ];
  }

  #tokens(line: LooseObject): ClaudeTokens | null {
    if (textAt(line, "parent_tool_use_id") !== null) this.#hasSubAgents = true;
    const message = objectAt(line, "message");
    const model = this.#messages?.work.draft.name(message.model) ?? null;
    const tokens =
      model === "<synthetic>"
        ? null
        : claudeTokens(message, model, (reported) => this.#messages?.work.draft.name(reported) ?? null);
    if (tokens === null) return null;
    const id = textAt(message, "id") ?? `#${this.#calls.size}`;
    const known = this.#calls.get(id);
    if (known) widen(known, tokens);
    else this.#calls.set(id, tokens);
    return tokens;
  }
}

/** Of a sum of requests: where the agent tells its dollars it does not matter. */
function tierOf(row: UsagePart, at: Utc): string | null {
  return (row.reported_cost_usd ?? row.fee ?? null) === null ? priceTierOfSum(row, at) : null;
}

function limits(work: AgentWork, result: LooseObject): void {
  const subtype = textAt(result, "subtype");
  const status = `${countAt(result, "num_turns") ?? "?"} turns`;
  if (subtype === "error_max_budget_usd" || textAt(result, "terminal_reason") === "budget_exhausted")
    work.limit("max_budget_usd", "exceeded", null);
  if (subtype === "error_max_turns") work.limit("max_turns", status, null);
}
