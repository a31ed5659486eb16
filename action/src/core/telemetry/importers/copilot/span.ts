import type { AgentWork } from "#core/telemetry/importers/agent-work.ts";
import type { Thrown } from "#core/telemetry/importers/thrown-exceptions.ts";
import { countAt, type LooseObject, listAt, objectAt, textAt } from "#core/telemetry/loose-json.ts";

/** A span as Copilot's file exporter writes it; times are milliseconds since 1970. */
export type Span = {
  id: string;
  parent: string | null;
  operation: string;
  start: number | null;
  end: number | null;
  reported: LooseObject;
};

export function spanOf(id: string, reported: LooseObject): Span {
  const named = textAt(objectAt(reported, "attributes"), "gen_ai.operation.name");
  return {
    id,
    parent: textAt(reported, "parentSpanId"),
    operation: named ?? (textAt(reported, "name") ?? "").split(" ")[0] ?? "",
    start: timeOf(reported, "startTime"),
    end: timeOf(reported, "endTime"),
    reported,
  };
}

export function modelOf(work: AgentWork, reported: LooseObject): string | null {
  return (
    work.draft.name(reported["gen_ai.response.model"]) ?? work.draft.name(reported["gen_ai.request.model"])
  );
}

export function callId(span: Span): string {
  return textAt(objectAt(span.reported, "attributes"), "gen_ai.tool.call.id") ?? span.id;
}

export function statusOf(span: Span): number | null {
  return countAt(objectAt(span.reported, "status"), "code");
}

export function durationOf({ start, end }: Span): number | null {
  return start === null || end === null ? null : Math.max(0, end - start);
}

/** `[seconds, nanoseconds]` to milliseconds. */
export function timeOf(span: LooseObject, key: string): number | null {
  const [seconds, nanoseconds] = listAt(span, key);
  if (typeof seconds !== "number" || seconds < 1e9 || seconds > 4e9) return null;
  return seconds * 1000 + Math.floor((typeof nanoseconds === "number" ? nanoseconds : 0) / 1e6);
}

/** By OpenTelemetry's names, as for all. */
export function thrownIn(event: LooseObject): Pick<Thrown, "type" | "message" | "stack"> {
  const reported = objectAt(event, "attributes");
  const text = (name: string) => textAt(reported, `exception.${name}`);
  return { type: text("type"), message: text("message"), stack: text("stacktrace") };
}
