import { AgentEvent } from "#core/records/event.ts";
import { redact } from "#core/redact/redact.ts";
import { METRIC_EVENT, SCORE_EVENT } from "#core/telemetry/emitted-event.ts";
import type { ImportContext, Importer, ImportProblem, ToldEvent } from "#core/telemetry/importer.ts";
import { lineFiles } from "#core/telemetry/importers/line-files.ts";
import { ToldWork } from "#core/telemetry/importers/told-work.ts";
import { parseObject } from "#core/telemetry/loose-json.ts";

const NAME = { name: "agent-events", version: 1, rank: 85 } as const;
/** An attempt that tells more than this tells the same again and again. */
const MOST_EVENTS = 5000;
/** Distinct traces of a forged file. */
const MOST_WORKS = 1000;

/** Our own events, one JSON object a line, from `agentops emit` and the event library. */
export const agentEvents: Importer = {
  ...NAME,
  accepts: (_path, head) =>
    /^\s*\{/.test(head) &&
    /^[^\n]{0,2000}"type": ?"(?:agent\.(?:request|step|tool|retry|fallback|policy|budget)|custom\.)/.test(
      head,
    ),
  open(context) {
    const works = new Map<string, ToldWork>();
    /** The first agent that each trace named. */
    const agentsOf = new Map<string, string>();
    const events: ToldEvent[] = [];
    const problems: ImportProblem[] = [];

    function take(event: AgentEvent, path: string) {
      const work = workOf(works, agentsOf, event, context, path);
      work?.add(event);
      if (isStored(event) && events.length < MOST_EVENTS)
        events.push({ ...clean(event, context), file: path });
    }

    return {
      file: lineFiles(problems, (path, about) => (text, number) => {
        const parsed = AgentEvent.safeParse(parseObject(text));
        if (parsed.success) take(parsed.data, path);
        else about.add(number, `This is no event: ${complaint(parsed.error.issues[0])}.`);
      }),
      finish() {
        const told = [...works.values()];
        return {
          executions: told.flatMap((work) => work.finish() ?? []),
          // Scores and metrics are an execution's; without one they are kept as they were told.
          events: [
            ...events,
            ...told.flatMap((work) => work.homeless().map((event) => clean(event, context))),
          ],
          problems,
        };
      },
    };
  },
};

/** One work is what one agent told in one trace; who names no agent means the trace's. */
function workOf(
  works: Map<string, ToldWork>,
  agentsOf: Map<string, string>,
  event: AgentEvent,
  context: ImportContext,
  path: string,
): ToldWork | null {
  const trace = event.trace_id ?? event.session_id ?? path;
  const agentId = event.agent_id ?? agentsOf.get(trace) ?? "unknown";
  if (event.agent_id && !agentsOf.has(trace)) agentsOf.set(trace, event.agent_id);
  const key = `${trace}\n${agentId}`;
  const known = works.get(key);
  if (known !== undefined) return known;
  if (works.size >= MOST_WORKS) return null;
  const work = new ToldWork(context, {
    importer: NAME,
    key: `events/${trace}/${agentId}`,
    agentId,
    file: path,
  });
  works.set(key, work);
  return work;
}

function isStored({ type }: AgentEvent): boolean {
  const isOwn = type.startsWith("custom.") && type !== SCORE_EVENT && type !== METRIC_EVENT;
  return isOwn || type === "agent.policy.decision" || type === "agent.budget.threshold_hit";
}

/** As it may be stored: texts redacted, the time in UTC so that times sort as text. */
function clean(event: AgentEvent, { privacy }: ImportContext): AgentEvent {
  const texts = ([key, value]: [string, unknown]) => [
    key,
    typeof value === "string" ? redact(value, privacy.redact).text : value,
  ];
  const { type, timestamp, attributes, ...rest } = event;
  return {
    type,
    timestamp: new Date(timestamp).toISOString(),
    ...Object.fromEntries(Object.entries(rest).map(texts)),
    ...(attributes && { attributes: Object.fromEntries(Object.entries(attributes).map(texts)) }),
  };
}

function complaint(issue: { path: PropertyKey[]; message: string } | undefined): string {
  const where = issue?.path.map(String).join(".") ?? "";
  return `${where === "" ? "" : `\`${where.slice(0, 100)}\`: `}${issue?.message.slice(0, 200) ?? "not JSON"}`;
}
