import type { Execution } from "#core/records/execution.ts";
import { shellErrorCategory, toolErrorCategory } from "#core/telemetry/error-category.ts";
import type { ImportContext, Importer, ImportProblem } from "#core/telemetry/importer.ts";
import { AgentWork } from "#core/telemetry/importers/agent-work.ts";
import { type Outcome, toolOf } from "#core/telemetry/importers/codex/tools.ts";
import { type CodexTokens, codexTokens, usageOf } from "#core/telemetry/importers/codex/usage.ts";
import { lineFiles } from "#core/telemetry/importers/line-files.ts";
import { countAt, type LooseObject, objectAt, parseObject, textAt } from "#core/telemetry/loose-json.ts";
import type { UsagePart } from "#core/telemetry/usage-table.ts";

const NAME = { name: "codex-exec", version: 2, rank: 70 } as const;
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
  readonly #work: AgentWork;
  readonly #began: string;
  #usage: CodexTokens | null = null;
  #turns = 0;

  constructor(context: ImportContext, path: string, key: string, id: string | null) {
    this.#began = context.run.created_at;
    this.#work = new AgentWork(context, {
      importer: NAME,
      key: `codex/${key}`,
      agentId: "codex",
      file: path,
    });
    this.#work.draft.facts.session_id = this.#work.draft.name(id);
  }

  event(event: LooseObject): void {
    const work = this.#work;
    switch (textAt(event, "type")) {
      case "turn.started":
        this.#turns++;
        work.draft.facts.status = "in_progress";
        return;
      case "turn.completed":
        work.recovered("success");
        this.#used(codexTokens(objectAt(event, "usage")));
        break;
      case "turn.failed":
        work.failed("failure", textAt(objectAt(event, "error"), "message"));
        break;
      case "error":
        // Stream errors are told while Codex tries again; a fatal one is followed by `turn.failed`.
        this.#trouble(textAt(event, "message"), work.draft.facts.status !== "success");
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
    const { draft } = this.#work;
    if (this.#usage !== null) draft.usage.add({ provider: "openai", ...usageOf(this.#usage) });
    draft.facts.turns = this.#turns || null;
    this.#work.finish(this.#began);
    return draft.build();
  }

  /** The thread's total so far: the last one is the sum, unless it began anew. */
  #used(total: CodexTokens | null): void {
    if (total === null) return;
    const known = this.#usage;
    if (known !== null && (total.input < known.input || total.output < known.output))
      this.#work.draft.usage.add({ provider: "openai", ...usageOf(known) });
    this.#usage = total;
  }

  #trouble(message: string | null, mayFail: boolean): void {
    if (message === null) return;
    if (/^Reconnecting\.{3}|retrying/i.test(message)) this.#work.retried();
    else if (/^model rerouted: /.test(message)) this.#work.fellBack();
    else if (mayFail) this.#work.failed("failure", message);
  }

  #item(item: LooseObject, isEnd: boolean): void {
    const work = this.#work;
    const type = textAt(item, "type");
    if (type === "reasoning" || type === "agent_message" || type === "plan" || type === "todo_list") {
      if (isEnd) this.#thought(type, textAt(item, "text"));
      return;
    }
    // Warnings are told as items too and are no failure.
    if (type === "error" && isEnd) this.#trouble(textAt(item, "message"), false);
    const call = callOf(item);
    if (call === null) return;
    if (isEnd && type === "web_search") work.draft.usage.add(SEARCH);
    const reported = textAt(item, "id");
    // A thread that was resumed numbers its items from the beginning again.
    const id = reported === null ? null : `${this.#turns}/${reported}`;
    work.wentOn();
    const { name, server } = toolOf(call.name);
    work.call({ id, name, server: call.server ?? server, input: call.input, at: null });
    if (isEnd) work.result(id, { ...outcome(item), at: null });
    if (isEnd && textAt(item, "status") === "declined")
      work.draft.decision("approval", call.name, "block", null);
  }

  #thought(type: string, text: string | null): void {
    const isAnswer = type === "agent_message";
    const step = this.#work.step({
      kind: isAnswer || type === "reasoning" ? "thought" : "action",
      operation: type === "todo_list" || type === "plan" ? "planning" : "llm_request",
      turn: this.#turns || null,
      status: "success",
    });
    this.#work.said(step, text);
    if (isAnswer) this.#work.answered(text);
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

function outcome(item: LooseObject): Outcome {
  const reported = textAt(item, "status");
  const output = textAt(item, "aggregated_output");
  const error = textAt(objectAt(item, "error"), "message") ?? output;
  const code = countAt(item, "exit_code");
  const outputBytes = output?.length ?? null;
  const said = output ?? (item.result == null ? null : JSON.stringify(item.result));
  if (reported === "declined") return { status: "denied", errors: [error], outputBytes, said };
  if (reported !== "failed" && (code === null || code === 0))
    return { status: "success", errors: [], outputBytes, said };
  const errorType = code === null ? toolErrorCategory(error) : shellErrorCategory(error, code);
  return { status: "failure", errors: [error], errorType, outputBytes, said };
}
