import type { AgentEvent } from "#core/records/event.ts";
import { textOf } from "#core/telemetry/importers/otlp/lookup.ts";
import { requestIdOf } from "#core/telemetry/importers/otlp/usage.ts";
import type { LogRecord } from "#core/telemetry/otlp/records.ts";

const NAME = /^(?:(?:claude_code|codex)\.)?(?:assistant|agent)_response$/;
const TEXT = ["response", "content", "message"];
/** More than is kept of a content. */
const LONGEST = 16_000;

/** What a model said, in a record apart from that of its request. */
export type Answer = { at: number; request: string | null; text: string };

/** Null where a record is none, or does not tell what was said: agents do only where they are asked to. */
export function answerOf({ name, time, attributes }: LogRecord): Answer | null {
  const text = NAME.test(name ?? "") ? textOf(attributes, TEXT) : null;
  const at = time ?? Date.parse(textOf(attributes, ["event.timestamp"]) ?? "");
  if (text === null || Number.isNaN(at)) return null;
  return { at, request: requestIdOf(attributes), text: text.slice(0, LONGEST) };
}

/** Requests with what they were answered: by their id, or else those next to it in time. */
export function withAnswers(events: readonly AgentEvent[], answers: readonly Answer[]): AgentEvent[] {
  const requests = events.filter(({ operation }) => operation === "llm_request");
  const output = new Map<AgentEvent, string>();
  for (const answer of answers) {
    const named = requests.find(({ request_id }) => request_id === answer.request && request_id !== null);
    const of = named ?? nearest(requests, answer.at, output);
    if (of !== undefined) output.set(of, answer.text);
  }
  return events.map((event) => (output.has(event) ? { ...event, output: output.get(event) } : event));
}

function nearest(
  requests: readonly AgentEvent[],
  at: number,
  taken: ReadonlyMap<AgentEvent, string>,
): AgentEvent | undefined {
  const far = ({ timestamp }: AgentEvent) => Math.abs(Date.parse(timestamp) - at);
  return requests.filter((one) => !taken.has(one)).sort((a, b) => far(a) - far(b))[0];
}
