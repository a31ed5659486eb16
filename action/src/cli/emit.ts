import { emittedEvent } from "#core/telemetry/emitted-event.ts";
import { inheritedTrace } from "../events/correlation.ts";
import { appendLine, eventsFile } from "../events/event-file.ts";
import type { Context, Outcome } from "./context.ts";
import type { Extras } from "./extras.ts";

/** Appends one event to the file that the next sync reads, by way of the collect Action or an artifact. */
export async function emit({ report }: Context, { words }: Extras): Promise<Outcome> {
  const { env } = process;
  const traceId = inheritedTrace(env);
  const event = emittedEvent(words, new Date().toISOString(), {
    ...(traceId && { trace_id: traceId }),
    ...(env["AGENTOPS_AGENT_ID"] && { agent_id: env["AGENTOPS_AGENT_ID"] }),
    ...(env["AGENTOPS_SESSION_ID"] && { session_id: env["AGENTOPS_SESSION_ID"] }),
  });
  const path = eventsFile(env);
  appendLine(path, JSON.stringify(event));
  report.debug(`${event.type} → ${path}`);
  return { exitCode: 0 };
}
