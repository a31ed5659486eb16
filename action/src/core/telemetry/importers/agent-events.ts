import { faultText, firstFault } from "#core/first-fault.ts";
import { AgentEvent, METRIC_EVENT, SCORE_EVENT } from "#core/records/event.ts";
import type { ImportContext, Importer, ImportProblem, ReportedEvent } from "#core/telemetry/importer.ts";
import { CopiedLines } from "#core/telemetry/importers/copied-lines.ts";
import { lineFiles } from "#core/telemetry/importers/line-files.ts";
import { ReportedEvents } from "#core/telemetry/importers/reported-events.ts";
import { WorkflowEnds } from "#core/telemetry/importers/workflow-ends.ts";
import { knownFields } from "#core/telemetry/known-fields.ts";
import { parseObject } from "#core/telemetry/loose-json.ts";

const NAME = { name: "agent-events", version: 2, rank: 85 } as const;
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
    const works = new Map<string, ReportedEvents>();
    const ends = new WorkflowEnds();
    const copied = new CopiedLines();
    /** The first agent that each trace named. */
    const agentsOf = new Map<string, string>();
    const events: ReportedEvent[] = [];
    const problems: ImportProblem[] = [];

    function take(event: AgentEvent, path: string) {
      const work = workOf(works, agentsOf, event, context, path);
      work?.add(event, ends);
      if (isStored(event) && events.length < MOST_EVENTS) events.push({ ...event, file: path });
    }

    return {
      file: lineFiles(context, problems, (path, about) => (text, number) => {
        if (copied.isCopy(path, text)) return;
        const { known, unknown } = knownFields(parseObject(text));
        const fault = known === null ? { path: [], message: "not JSON" } : firstFault(AgentEvent, known);
        if (fault === null) take(AgentEvent.parse(known), path);
        else about.add(number, `This is no event: ${faultText(fault)}.`);
        if (fault === null && unknown.length > 0)
          about.add(number, `The event is kept without what events do not have: ${unknown.join(", ")}.`);
      }),
      finish() {
        const reported = [...works.values()];
        return {
          executions: reported.flatMap((work) => work.finish() ?? []).map((execution) => ends.of(execution)),
          // Scores and metrics are an execution's; without one they are kept as they were told.
          events: [...events, ...reported.flatMap((work) => work.homeless())],
          problems,
        };
      },
    };
  },
};

/**
 * One work is what one agent told in one trace, or in one round of a workflow in it; who names no agent means the
 * first that did.
 */
function workOf(
  works: Map<string, ReportedEvents>,
  agentsOf: Map<string, string>,
  event: AgentEvent,
  context: ImportContext,
  path: string,
): ReportedEvents | null {
  const round = event.workflow_round ? `/${event.workflow_round}` : "";
  const trace = `${event.trace_id ?? event.session_id ?? path}${round}`;
  const agentId = event.agent_id ?? agentsOf.get(trace) ?? "unknown";
  if (event.agent_id && !agentsOf.has(trace)) agentsOf.set(trace, event.agent_id);
  const key = `${trace}\n${agentId}`;
  const known = works.get(key);
  if (known !== undefined) return known;
  if (works.size >= MOST_WORKS) return null;
  const work = new ReportedEvents(context, {
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
