import type { AgentStep } from "#core/records/execution.ts";
import { shellErrorCategory, toolErrorCategory } from "#core/telemetry/error-category.ts";
import type { AgentWork } from "#core/telemetry/importers/agent-work.ts";
import { flagAt, type LooseObject, objectsAt, textAt } from "#core/telemetry/loose-json.ts";
import { splitToolName } from "#core/telemetry/tool-name.ts";

/** A forged file could refuse any number. */
const MOST_DENIED = 2000;
const DENIED =
  /requested permissions? to|permission to use .{1,100} (?:has been )?denied|doesn't want to (?:proceed|take this action)/i;

/** The tool blocks of Claude's messages: calls and their results, and what was refused. */
export class ToolBlocks {
  readonly #work: AgentWork;
  readonly #denials = new Map<string, { tool: string | null; policy: string; reason: string | null }>();

  constructor(work: AgentWork) {
    this.#work = work;
  }

  /** @param asked the step of the message */
  use(block: LooseObject, asked: AgentStep, at: number | null): void {
    const { name, server } = splitToolName(textAt(block, "name") ?? "unknown");
    this.#work.call({ id: textAt(block, "id"), name, server, input: block.input, at }, asked);
  }

  result(block: LooseObject, at: number | null): void {
    const id = textAt(block, "tool_use_id");
    const call = this.#work.waiting(id);
    if (call === null) return;
    const text = textAt(block, "content") ?? textAt(objectsAt(block, "content")[0] ?? {}, "text");
    const failed = flagAt(block, "is_error") === true;
    const categoryIn = call.operation === "shell_command" ? shellErrorCategory : toolErrorCategory;
    this.#work.result(id, {
      status: failed ? "failure" : "success",
      errors: [text],
      errorType: categoryIn(text),
      outputBytes: sizeOf(block.content),
      said: textsOf(block),
      at,
    });
    if (failed && text !== null && DENIED.test(text))
      this.deny({ tool_use_id: id, tool_name: call.name }, "permission:unknown");
  }

  /** The message of the moment tells why, the list at the end only that: the first one told stays. */
  deny(reported: LooseObject, policy: string): void {
    const id = textAt(reported, "tool_use_id");
    if (id === null || this.#denials.has(id) || this.#denials.size >= MOST_DENIED) return;
    const reason = textAt(reported, "decision_reason") ?? textAt(reported, "message");
    this.#denials.set(id, { tool: textAt(reported, "tool_name"), policy, reason });
  }

  /** Writes what was refused into decisions and calls. */
  finish(): void {
    for (const [id, { tool, policy, reason }] of this.#denials) {
      this.#work.draft.decision(policy, tool, "block", reason);
      this.#work.denied(id);
    }
  }
}

/** All texts of a result. */
function textsOf(block: LooseObject): string | null {
  const texts = objectsAt(block, "content").flatMap((part) => textAt(part, "text") ?? []);
  return textAt(block, "content") ?? (texts.join("\n") || null);
}

/** UTF-16 units of what a tool gave back, near enough to its bytes; images are counted as they are encoded. */
function sizeOf(content: unknown): number | null {
  if (typeof content === "string") return content.length;
  if (!Array.isArray(content)) return null;
  let size = 0;
  for (const block of content)
    if (typeof block === "object" && block !== null)
      for (const value of Object.values(block)) if (typeof value === "string") size += value.length;
  return size;
}
