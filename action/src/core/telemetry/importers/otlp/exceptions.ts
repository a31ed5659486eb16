import { textOf } from "#core/telemetry/importers/otlp/lookup.ts";
import type { Thrown } from "#core/telemetry/importers/thrown-exceptions.ts";
import type { Attributes, LogRecord, SpanRecord } from "#core/telemetry/otlp/records.ts";

/** What an event or a log record tells of an exception, by the names of the conventions; null where it is about none. */
export function thrownIn(attributes: Attributes): Pick<Thrown, "type" | "message" | "stack"> | null {
  const reported = {
    type: textOf(attributes, ["exception.type"]),
    message: textOf(attributes, ["exception.message"]),
    stack: textOf(attributes, ["exception.stacktrace"]),
  };
  return (reported.type ?? reported.message ?? reported.stack) === null ? null : reported;
}

export function exceptionsOfSpan({ spanId, end, events }: SpanRecord): Thrown[] {
  return events.flatMap(({ time, attributes }) => {
    const reported = thrownIn(attributes);
    return reported === null ? [] : [{ ...reported, span: spanId, at: time ?? end }];
  });
}

export function exceptionOfLog({ spanId, time, attributes }: LogRecord): Thrown | null {
  const reported = thrownIn(attributes);
  return reported === null ? null : { ...reported, span: spanId, at: time };
}
