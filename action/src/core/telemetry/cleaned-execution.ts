import { raise } from "#core/counts.ts";
import { LONGEST_STACK } from "#core/records/agent-exception.ts";
import { LONGEST_CONTENT } from "#core/records/bounds.ts";
import type { Execution } from "#core/records/execution.ts";
import { withPreviews } from "#core/records/previews.ts";
import { redactWithin } from "#core/redact/redact.ts";
import type { ImportContext } from "#core/telemetry/importer.ts";

/** What the schema gives a form of its own, in which no secret fits. */
const FORMED = new Set([
  "execution_id",
  "trust",
  "started_at",
  "completed_at",
  "kind",
  "operation",
  "status",
  "component",
]);
const LONGEST: Readonly<Record<string, number>> = {
  ...{ error_message: 500, message: 500, stack: LONGEST_STACK },
  ...{ query_preview: LONGEST_CONTENT, response_preview: LONGEST_CONTENT },
  ...{ content: LONGEST_CONTENT, input: LONGEST_CONTENT, output: LONGEST_CONTENT },
  ...{ truncated: 300, file: 300, unit: 50 },
};
/** What has lines of its own. */
const LINED = new Set(["stack", "content", "input", "output", "query_preview", "response_preview"]);
const LONGEST_NAME = 200;
const MOST_KINDS = 50;
const EXECUTION_ID = /^[0-9a-f]{16}(?:[0-9a-f]{16})?$/;

/**
 * An Execution that came from outside, as our own importers would have made it: texts redacted, on one line and cut,
 * previews only where they are asked for, ids in the form they must have, no address of a person.
 */
export function cleanedExecution(execution: Execution, { privacy }: ImportContext): Execution {
  const counts = new Map(
    Object.entries(execution.redactions)
      .filter(([kind]) => /^[a-z_]{1,40}$/.test(kind))
      .slice(0, MOST_KINDS),
  );

  function text(reported: string, key: string): string {
    const marks = LINED.has(key) ? /[\u0000-\u0009\u000b-\u001f\u007f]+/g : /[\u0000-\u001f\u007f]+/g;
    const line = reported.replaceAll(marks, " ").trim();
    const found = redactWithin(line, LONGEST[key] ?? LONGEST_NAME, privacy.redact);
    for (const [kind, count] of Object.entries(found.counts)) raise(counts, kind, count);
    return found.text;
  }

  function clean<Value>(value: Value, key: string): Value;
  function clean(value: unknown, key: string): unknown {
    if (typeof value === "string") return FORMED.has(key) ? value : text(value, key);
    if (Array.isArray(value)) return value.map((item) => clean(item, key));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, clean(item, name)]));
  }

  const { redactions: _, ...rest } = execution;
  const cleaned = withPreviews(clean(rest, "") as Execution, privacy.previews);
  return {
    ...cleaned,
    trace_id: formed(rest.trace_id, /^[0-9a-f]{32}$/),
    told_id: formed(rest.told_id, EXECUTION_ID),
    parent_execution_id: formed(rest.parent_execution_id, EXECUTION_ID),
    error_message_hash: formed(rest.error_message_hash, /^[0-9a-f]{16}$/),
    user_id:
      cleaned.user_id?.includes("@") || cleaned.user_id?.includes("[redacted:") ? null : cleaned.user_id,
    redactions: Object.fromEntries(counts),
  };
}

function formed(reported: string | null, form: RegExp): string | null {
  return reported !== null && form.test(reported) ? reported : null;
}
