import type { AgentStep, Execution, StepStatus } from "#core/records/execution.ts";
import { errorCategory, shellErrorCategory, toolErrorCategory } from "#core/telemetry/error-category.ts";
import { ExecutionDraft } from "#core/telemetry/execution-draft.ts";
import type { ImportContext, Importer, ImportProblem } from "#core/telemetry/importer.ts";
import { CodexTools } from "#core/telemetry/importers/codex/tools.ts";
import { type CodexTokens, codexTokens, usageOf } from "#core/telemetry/importers/codex/usage.ts";
import { lineFiles } from "#core/telemetry/importers/line-files.ts";
import { countAt, type LooseObject, objectAt, parseObject, textAt } from "#core/telemetry/loose-json.ts";
import type { UsagePart } from "#core/telemetry/usage-table.ts";

const NAME = { name: "codex-exec", version: 1, rank: 70 } as const;
/** The model that searched is not told, and so no price of the fee is known. */
const SEARCH: UsagePart = {
  provider: "openai",
  component: "tool_call",
  fee: { kind: "web_search", count: 1 },
};
const EVENT = /^(?:\S{20,35} )?(?=\{"type": ?"(?:thread\.|turn\.|item\.|error"))/;

/** The events of `codex exec --json`, one a line: no times, no model, no cost. A job log's timestamps may stand in front. */
export const codexExec: Importer = {
  ...NAME,
  accepts: (_path, head) =>
    /^(?:\S{20,35} )?\{"type": ?"(?:thread\.started|turn\.(?:started|completed)|item\.\w+)"/m.test(head),
  open(context) {
    const threads = new Map<string, Thread>();
    const problems: ImportProblem[] = [];
    return {
      file: lineFiles(context, problems, (path, about) => {
        let thread: Thread | null = null;
        return (text, number) => {
          const front = EVENT.exec(text);
          if (front === null) return;
          const event = parseObject(text.slice(front[0].length));
          if (event === null) {
            about.add(number, "This is not JSON.");
            return;
          }
          const id = textAt(event, "type") === "thread.started" ? textAt(event, "thread_id") : null;
          if (thread === null || id !== null) {
            const key = id ?? path;
            thread = threads.get(key) ?? new Thread(context, path, key, id);
            threads.set(key, thread);
          }
          thread.event(event);
        };
      }),
      finish: () => ({
        executions: [...threads.values()].map((thread) => thread.finish()),
        events: [],
        problems,
      }),
    };
  },
};

class Thread {
  readonly #draft: ExecutionDraft;
  readonly #tools: CodexTools;
  #usage: CodexTokens | null = null;
  #step: AgentStep | null = null;
  #answer: AgentStep | null = null;
  #turns = 0;

  constructor(context: ImportContext, path: string, key: string, id: string | null) {
    this.#draft = new ExecutionDraft(context, {
      importer: NAME,
      key: `codex/${key}`,
      agentId: "codex",
      file: path,
    });
    this.#draft.facts.session_id = this.#draft.name(id);
    this.#tools = new CodexTools(this.#draft);
  }

  event(event: LooseObject): void {
    const { facts } = this.#draft;
    switch (textAt(event, "type")) {
      case "turn.started":
        this.#turns++;
        facts.status = "in_progress";
        return;
      case "turn.completed":
        facts.status = "success";
        facts.error_type = null;
        facts.error_message = null;
        this.#used(codexTokens(objectAt(event, "usage")));
        break;
      case "turn.failed":
        this.#failed(textAt(objectAt(event, "error"), "message"));
        break;
      case "error":
        // Stream errors are told while Codex tries again; a fatal one is followed by `turn.failed`.
        this.#trouble(textAt(event, "message"));
        break;
      case "item.started":
        this.#item(objectAt(event, "item"), false);
        break;
      case "item.completed":
        this.#item(objectAt(event, "item"), true);
        break;
    }
  }

  finish(): Execution {
    const { facts } = this.#draft;
    if (this.#answer !== null) this.#answer.kind = "final_answer";
    if (this.#usage !== null) this.#draft.usage.add({ provider: "openai", ...usageOf(this.#usage) });
    facts.turns = this.#turns || null;
    return this.#draft.build();
  }

  /** The thread's total so far: the last one is the sum, unless it began anew. */
  #used(total: CodexTokens | null): void {
    if (total === null) return;
    const known = this.#usage;
    if (known !== null && (total.input < known.input || total.output < known.output))
      this.#draft.usage.add({ provider: "openai", ...usageOf(known) });
    this.#usage = total;
  }

  #failed(message: string | null): void {
    const { facts } = this.#draft;
    facts.status = "failure";
    facts.error_type = errorCategory(message) ?? "unknown";
    this.#draft.error(message);
  }

  #trouble(message: string | null): void {
    const { facts } = this.#draft;
    if (message === null) return;
    if (/^Reconnecting\.{3}|retrying/i.test(message)) facts.retries = (facts.retries ?? 0) + 1;
    else if (/^model rerouted: /.test(message)) facts.fallbacks = (facts.fallbacks ?? 0) + 1;
    else if (facts.status !== "success") this.#failed(message);
  }

  #item(item: LooseObject, isEnd: boolean): void {
    const type = textAt(item, "type");
    if (type === "reasoning" || type === "agent_message" || type === "plan" || type === "todo_list") {
      if (isEnd) this.#thought(type, textAt(item, "text"));
      return;
    }
    if (type === "error" && isEnd) this.#note(textAt(item, "message"));
    const call = callOf(item);
    if (call === null) return;
    if (isEnd && type === "web_search") this.#draft.usage.add(SEARCH);
    const id = textAt(item, "id");
    const known = this.#tools.isOpen(id);
    this.#answer = null;
    if (!known) this.#tools.begin({ id: id ?? "", ...call, at: null, asked: this.#step });
    if (isEnd) this.#tools.end(id ?? "", outcome(item), null);
    if (isEnd && textAt(item, "status") === "declined")
      this.#draft.decision("approval", call.name, "block", null);
  }

  #thought(type: string, text: string | null): void {
    const isAnswer = type === "agent_message";
    if (isAnswer) this.#draft.response(text);
    this.#step = this.#draft.steps.add({
      kind: isAnswer || type === "reasoning" ? "thought" : "action",
      operation: type === "todo_list" || type === "plan" ? "planning" : "llm_request",
      turn: this.#turns || null,
      status: "success",
    });
    this.#answer = isAnswer ? this.#step : null;
  }

  /** Warnings are told as items too and are no failure. */
  #note(message: string | null): void {
    const { facts } = this.#draft;
    const status = facts.status;
    facts.status = "success";
    this.#trouble(message);
    facts.status = status;
  }
}

function callOf(item: LooseObject): { name: string; server?: string | null; input: unknown } | null {
  switch (textAt(item, "type")) {
    case "command_execution":
      return { name: "shell", input: item.command };
    case "file_change":
      return { name: "apply_patch", input: item.changes };
    case "mcp_tool_call":
      return {
        name: textAt(item, "tool") ?? "unknown",
        server: textAt(item, "server"),
        input: item.arguments,
      };
    case "collab_tool_call":
      return { name: textAt(item, "tool") ?? "unknown", input: item.prompt };
    case "web_search":
      return { name: "web_search", input: item.query };
    default:
      return null;
  }
}

function outcome(item: LooseObject) {
  const told = textAt(item, "status");
  const output = textAt(item, "aggregated_output");
  const error = textAt(objectAt(item, "error"), "message") ?? output;
  const code = countAt(item, "exit_code");
  const failed = told === "failed" || (code !== null && code !== 0);
  const status: StepStatus = told === "declined" ? "denied" : failed ? "failure" : "success";
  const error_type =
    status === "success"
      ? null
      : status === "denied"
        ? "permission_denied"
        : code === null
          ? toolErrorCategory(error)
          : shellErrorCategory(error, code);
  return { status, error, error_type, bytes: output?.length ?? null, ms: null } as const;
}
