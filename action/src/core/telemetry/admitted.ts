import { faultText } from "#core/first-fault.ts";
import { isWritable, LONGEST_MS } from "#core/records/bounds.ts";
import { AgentEvent, MOST_ATTRIBUTES } from "#core/records/event.ts";
import { Execution } from "#core/records/execution.ts";
import { cut, withinBounds } from "#core/records/within-bounds.ts";
import { redact } from "#core/redact/redact.ts";
import { redactedType } from "#core/redact/redacted-type.ts";
import { withAllowedContents } from "#core/telemetry/event-contents.ts";
import type { ImportContext, ReportedEvent } from "#core/telemetry/importer.ts";
import { stackWithin } from "#core/telemetry/stack-text.ts";
import { withinSize } from "#core/telemetry/stored-size.ts";
import { epoch } from "#core/time.ts";

/** What may be stored, or why it is not believed. */
export type Admitted<Value> = { value: Value } | { fault: string };

const MOST_NOTES = 20;
const LONGEST_NOTE = 300;
const LONGEST_NAME = 100;

/**
 * The last thing that happens to an execution before it is stored, whichever file told it and whatever was made of
 * it since: its texts are redacted by then; here they are bounded, and the whole is held to the schema. What is not
 * believed of it is unknown, and noted.
 */
export function admittedExecution(
  reported: Execution,
  { run }: Pick<ImportContext, "run">,
): Admitted<Execution> {
  const doubts = new Set<string>();
  const bounded = withinBounds(Execution, inItsTime(reported, run, doubts), (what) => doubts.add(what));
  const parsed = Execution.safeParse(bounded);
  const [issue] = parsed.error?.issues ?? [];
  if (issue !== undefined) return { fault: faultText(issue) };
  const execution = parsed.data as Execution;
  if (doubts.size === 0) return { value: withinSize(execution) };
  const note = cut(`Not believed: ${[...doubts].join(", ")}.`, LONGEST_NOTE);
  return {
    value: withinSize({ ...execution, truncated: [...execution.truncated, note].slice(-MOST_NOTES) }),
  };
}

/** An event as it may be stored: texts redacted and cut, the time in UTC so that times sort as text. */
export function admittedEvent(
  { own_step, file: _, ...reported }: ReportedEvent,
  { privacy, run }: Pick<ImportContext, "privacy" | "run">,
): Admitted<ReportedEvent> {
  const text = (value: unknown) => (typeof value === "string" ? redact(value, privacy.redact).text : value);
  const { timestamp, attributes, ...rest } = reported;
  const at = Date.parse(timestamp);
  if (!isWritable(at)) return { fault: faultText({ path: ["timestamp"], message: "is no time" }) };
  if (!isOfRun(at, run))
    return { fault: faultText({ path: ["timestamp"], message: "is more than 40 days from its run" }) };
  const entries = Object.keys(attributes ?? {}).length;
  if (entries > MOST_ATTRIBUTES)
    return { fault: `it has ${entries} attributes, more than ${MOST_ATTRIBUTES}` };
  const stack = reported.error_stack
    ? { error_stack: stackWithin(reported.error_stack, (lines) => redact(lines, privacy.redact).text) }
    : {};
  const redacted = {
    ...withAllowedContents(
      mapped(rest, (name, value) => [name, text(value)]),
      privacy.previews,
    ),
    ...stack,
    type: redactedType(reported.type, privacy.redact),
    timestamp: new Date(at).toISOString(),
    ...(attributes && {
      attributes: mapped(attributes, (name, value) => [cut(String(text(name)), LONGEST_NAME), text(value)]),
    }),
  };
  const bounded = withinBounds(AgentEvent, redacted);
  const parsed = AgentEvent.safeParse(bounded);
  const [issue] = parsed.error?.issues ?? [];
  if (issue !== undefined) return { fault: faultText(issue) };
  return { value: { ...(parsed.data as AgentEvent), ...(own_step && { own_step }) } };
}

function mapped(from: object, entry: (name: string, value: unknown) => [string, unknown]): object {
  return Object.fromEntries(Object.entries(from).map(([name, value]) => entry(name, value)));
}

/** @param at milliseconds */
function isOfRun(at: number, run: ImportContext["run"]): boolean {
  return Math.abs(at - epoch(run.run_started_at ?? run.created_at) * 1000) <= LONGEST_MS;
}

/** Times that cannot be the attempt's are unknown: clocks and forgers tell any. */
function inItsTime(reported: Execution, run: ImportContext["run"], doubts: Set<string>): Execution {
  const time = <Time extends string | null>(text: Time, field: string): Time | null => {
    if (text === null || isOfRun(Date.parse(text), run)) return text;
    doubts.add(`${field} ${text}`);
    return null;
  };
  return {
    ...reported,
    started_at: time(reported.started_at, "started_at"),
    completed_at: time(reported.completed_at, "completed_at"),
    steps: reported.steps.map((step) => ({ ...step, started_at: time(step.started_at, "steps.started_at") })),
    tools: reported.tools.map((tool) => ({ ...tool, started_at: time(tool.started_at, "tools.started_at") })),
  };
}
