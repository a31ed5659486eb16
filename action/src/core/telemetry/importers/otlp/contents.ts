import type { AgentEvent } from "#core/records/event.ts";
import { textOf } from "#core/telemetry/importers/otlp/lookup.ts";
import type { Attributes } from "#core/telemetry/otlp/records.ts";

/** More than is kept of a content. */
const LONGEST = 16_000;

const ASKED = [
  "gen_ai.prompt.0.content",
  "gen_ai.prompt",
  "llm.input_messages.0.message.content",
  "input.value",
  "traceloop.entity.input",
  "prompt",
];
const ANSWERED = [
  "gen_ai.completion.0.content",
  "gen_ai.completion",
  "llm.output_messages.0.message.content",
  "output.value",
  "traceloop.entity.output",
  "response",
];
const GIVEN = [
  "gen_ai.tool.call.arguments",
  "gen_ai.tool.args",
  "gen_ai.tool.input",
  "tool_input",
  "tool_parameters",
  "function_args",
  "arguments",
  "input.value",
  "traceloop.entity.input",
];
const GOT = [
  "gen_ai.tool.call.result",
  "gen_ai.tool.output",
  "output",
  "output.value",
  "traceloop.entity.output",
];

type Contents = Pick<AgentEvent, "input" | "output">;

/** What a request to a model asked and got, by every dialect's names; senders tell it only where they are asked to. */
export function requestContents(attributes: Attributes): Contents {
  return {
    input: cut(spoken(textOf(attributes, ["gen_ai.input.messages"]), "user") ?? textOf(attributes, ASKED)),
    output: cut(
      spoken(textOf(attributes, ["gen_ai.output.messages"]), "assistant") ?? textOf(attributes, ANSWERED),
    ),
  };
}

/** What a tool was given and gave back. */
export function toolContents(attributes: Attributes): Contents {
  return { input: cut(textOf(attributes, GIVEN)), output: cut(textOf(attributes, GOT)) };
}

/** The last words of a role in a list of messages: `[{role, parts: [{type: "text", content}]}]`. */
function spoken(json: string | null, role: string): string | null {
  const messages = parsed(json);
  const last = messages.findLast((message) => message["role"] === role);
  const parts = Array.isArray(last?.["parts"]) ? (last["parts"] as unknown[]) : [];
  const texts = parts.flatMap((part) => {
    const { content } = (part ?? {}) as { content?: unknown };
    return typeof content === "string" ? [content] : [];
  });
  const { content } = last ?? {};
  return texts.length > 0 ? texts.join("\n") : typeof content === "string" ? content : null;
}

function parsed(json: string | null): Record<string, unknown>[] {
  try {
    const messages: unknown = JSON.parse(json ?? "[]");
    if (!Array.isArray(messages)) return [];
    return messages.filter((one) => typeof one === "object" && one !== null) as Record<string, unknown>[];
  } catch {
    return []; // cut in its middle
  }
}

function cut(text: string | null): string | null {
  return text === null ? null : text.slice(0, LONGEST);
}
