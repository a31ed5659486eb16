import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AgentEvent } from "#core/records/event.ts";
import { Execution } from "#core/records/execution.ts";
import { KINDS } from "#core/records/kinds.ts";
import { mergeRecords } from "#core/records/merge-records.ts";
import { storedEvent } from "#core/telemetry/as-stored.ts";
import { anAgentStep, anExecution } from "../../builders.ts";
import { valuesOf } from "../records/values.ts";
import { aContext, imported, jsonl } from "./importing.ts";

const VICTIM = aContext();
const FORK = aContext({ run: { ...VICTIM.run, id: 2000, from_fork: true } });

const claude = (usd: number) =>
  jsonl([
    { type: "system", subtype: "init", session_id: "s1", model: "claude-sonnet-4-6" },
    { type: "result", subtype: "success", session_id: "s1", total_cost_usd: usd, num_turns: 2 },
  ]);
const decision = { type: "agent.policy.decision", timestamp: "2026-11-20T14:00:05Z", policy_id: "budget" };
const { run: own } = VICTIM;

/** What the files of a run become in the records. */
function stored(files: Record<string, string>, context: typeof VICTIM) {
  const { executions, events } = imported(files, context);
  return {
    executions,
    events: events.map((event) => storedEvent(event, context, null)),
  };
}

const victim = stored(
  {
    "claude/claude-execution-output.json": claude(0.5),
    "agentops-x/agentops-executions.jsonl": jsonl([
      anExecution({ execution_id: "a".repeat(16), run_id: own.id, run_attempt: own.run_attempt }),
    ]),
    "agentops-x/agentops-events.jsonl": jsonl([decision]),
  },
  VICTIM,
);
/** Every id that the victim's records hold, and what it called them itself. */
const ids = [
  ...victim.executions.flatMap(({ execution_id, told_id, session_id }) => [
    execution_id,
    told_id,
    session_id,
  ]),
  ...victim.events.map(({ event_id }) => event_id),
].filter((id) => typeof id === "string");

/** In whose name a stranger may write. */
const claims = {
  ...{ execution_id: fc.constantFrom(...ids), told_id: fc.constantFrom(...ids) },
  ...{ parent_execution_id: fc.constantFrom(...ids), session_id: fc.constantFrom(...ids) },
  ...{ event_id: fc.constantFrom(...ids), trace_id: fc.constantFrom(...ids) },
  ...{ trust: fc.constantFrom("own", "log"), own_step: fc.boolean() },
};
const ofRun = { run_id: fc.constantFrom(own.id, FORK.run.id), run_attempt: fc.constantFrom(1, 2) };

/** What is good but for its claims, or anything of the schema's shape that may even claim to be another run's. */
const written = (good: fc.Arbitrary<unknown>, any: fc.Arbitrary<unknown>) => {
  const claiming = (value: fc.Arbitrary<unknown>, names: object) =>
    fc
      .tuple(value, fc.record(names, { requiredKeys: [] }))
      .map(([reported, name]) => ({ ...(reported as object), ...name }));
  return fc.array(fc.oneof(claiming(good, claims), claiming(any, { ...claims, ...ofRun })), { maxLength: 3 });
};
/** The longer of two tellings is the better one. */
const longer = fc.nat(3).map((steps) =>
  anExecution({
    run_id: FORK.run.id,
    steps: [...Array(steps).keys()].map((index) => anAgentStep({ index })),
  }),
);

describe("what a fork's run left", () => {
  it("changes no byte of another run's records, whatever it says and whenever it comes", () => {
    const executions = written(longer, valuesOf(Execution));
    const events = written(fc.constant(decision), valuesOf(AgentEvent));
    const lines = (kind: "executions" | "events", of: { run_id: number | null }[]) =>
      of.filter(({ run_id }) => run_id === own.id).map((record) => `${kind} ${JSON.stringify(record)}`);
    fc.assert(
      fc.property(executions, events, fc.boolean(), (reported, said, isFirst) => {
        const theirs = stored(
          {
            "claude/claude-execution-output.json": claude(999_999),
            "agentops-x/agentops-executions.jsonl": jsonl(reported),
            "agentops-x/agentops-events.jsonl": `{"type": "custom.x"}\n${jsonl(said)}`,
          },
          FORK,
        );
        for (const record of [...theirs.executions, ...theirs.events])
          expect([record.run_id, record.trust]).toEqual([FORK.run.id, "fork"]);
        const [first, then] = isFirst ? [theirs, victim] : [victim, theirs];
        for (const kind of ["executions", "events"] as const) {
          const alone = mergeRecords<never>(KINDS[kind] as never, [], victim[kind] as never[]).records;
          const { records } = mergeRecords<never>(
            KINDS[kind] as never,
            first[kind] as never[],
            then[kind] as never[],
          );
          expect(lines(kind, records)).toEqual(lines(kind, alone));
        }
      }),
      { numRuns: 500 },
    );
  });
});
