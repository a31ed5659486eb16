import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { storedEvent } from "#core/telemetry/as-stored.ts";
import { jobLogExecutions } from "#core/telemetry/importers/job-log.ts";
import { anExecution } from "../../builders.ts";
import { aContext, imported, jsonl } from "./importing.ts";

const ARTIFACT = "agentops-telemetry-1a2b";
const FORKS = aContext({ run: { ...aContext().run, id: 2000, from_fork: true } });

/** Ready-made executions of an attempt, as a file may tell them. */
function reported(context: ReturnType<typeof aContext>, ...executions: Parameters<typeof anExecution>[0][]) {
  const { id: run_id, run_attempt } = context.run;
  const lines = executions.map((one) => anExecution({ ...one, run_id, run_attempt }));
  return imported({ [`${ARTIFACT}/agentops-executions.jsonl`]: jsonl(lines) }, context).executions;
}

const claude = jsonl([
  { type: "system", subtype: "init", session_id: "s1", model: "claude-sonnet-4-6" },
  { type: "result", subtype: "success", session_id: "s1", total_cost_usd: 0.5, num_turns: 2 },
]);
const printed = {
  ...{ agent: "Claude", model: null, cost_usd: 1, turns: 2, duration_ms: 3, tokens_total: null },
  ...{ permission_denials: null, is_error: false },
};
const decision = {
  ...{ type: "agent.policy.decision", timestamp: "2026-11-20T14:00:05Z" },
  ...{ policy_id: "budget", policy_result: "allow" },
};
const note = JSON.stringify({
  ...{ collected_job: 1, repository: "octo-org/fleet", run_id: 1000, run_attempt: 1, job: "agent" },
  ...{ workflow_sha: null, actor: null, environment: null, service_name: null, resources: null },
  ...{ started_at: "2026-11-20T14:00:00Z", ended_at: null, accepted: 1, refused: 0, dropped: 0 },
  redactions: {},
});

describe("how far telemetry is believed", () => {
  it("follows from its run and where it stood, never from what it says", () => {
    const files = { "claude/claude-execution-output.json": claude };
    expect(imported(files).executions).toMatchObject([{ trust: "own" }]);
    expect(imported(files, FORKS).executions).toMatchObject([{ trust: "fork" }]);
    expect(jobLogExecutions(aContext(), [printed])).toMatchObject([{ trust: "log" }]);
    expect(jobLogExecutions(FORKS, [printed])).toMatchObject([{ trust: "fork" }]);
    expect(reported(FORKS, { trust: "own" })).toMatchObject([{ trust: "fork" }]);
  });

  it("is kept with events too", () => {
    const event = { type: "custom.deployed", timestamp: "2026-11-20T14:00:05Z" };
    expect(storedEvent(event, aContext(), null)).toMatchObject({ trust: "own", own_step: false });
    expect(storedEvent({ ...event, own_step: true }, FORKS, null)).toMatchObject({
      trust: "fork",
      own_step: false,
    });
  });
});

describe("an id", () => {
  it("is made of the repository, the run and its attempt: what a file calls itself is no other run's", () => {
    const victim = imported({ "claude/claude-execution-output.json": claude }).executions[0];
    const [forged] = reported(FORKS, { execution_id: victim?.execution_id ?? "" });
    expect(forged).toMatchObject({ told_id: victim?.execution_id, run_id: 2000 });
    expect(forged?.execution_id).not.toBe(victim?.execution_id);
    const elsewhere = imported(
      { "claude/claude-execution-output.json": claude },
      aContext({ repository: "octo-org/other" }),
    ).executions[0];
    expect(elsewhere?.execution_id).not.toBe(victim?.execution_id);
  });

  it("keeps together what the same file tells of each other, and points at no other run's", () => {
    const [parent, child, orphan] = reported(
      FORKS,
      { execution_id: "a".repeat(16) },
      { execution_id: "b".repeat(32), parent_execution_id: "a".repeat(16) },
      { execution_id: "c".repeat(32), parent_execution_id: "d".repeat(32) },
    );
    expect(child?.parent_execution_id).toBe(parent?.execution_id);
    expect(orphan?.parent_execution_id).toMatch(/^[0-9a-f]{32}$/);
    expect(orphan?.parent_execution_id).not.toBe("d".repeat(32));
  });

  it("is never one that a file may choose", () => {
    const id = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 1, maxLength: 5 }), (ids) => {
        const made = reported(FORKS, ...ids.map((execution_id) => ({ execution_id })));
        expect(made.map(({ told_id }) => told_id)).toEqual(ids);
        for (const { execution_id } of made) expect(ids).not.toContain(execution_id);
        expect(new Set(made.map(({ execution_id }) => execution_id)).size).toBe(ids.length);
      }),
    );
  });
});

describe("an event of our own step", () => {
  const file = `${ARTIFACT}/agentops-events.jsonl`;
  const marks = (files: Record<string, string>) => imported(files).events.map(({ own_step }) => own_step);

  it("stands in a file of collect, beside collect's note of this attempt", () => {
    const text = jsonl([decision]);
    expect(marks({ [file]: text, [`${ARTIFACT}/agentops-job.json`]: note })).toEqual([true]);
    expect(
      marks({ [`${ARTIFACT}/agentops-emitted.jsonl`]: text, [`${ARTIFACT}/agentops-job.json`]: note }),
    ).toEqual([true]);
  });

  it.each([
    ["no note", { [file]: jsonl([decision]) }],
    ["the note of another artifact", { [file]: jsonl([decision]), "agentops-x/agentops-job.json": note }],
    [
      "the note of another run",
      { [file]: jsonl([decision]), [`${ARTIFACT}/agentops-job.json`]: note.replace("1000", "1001") },
    ],
    [
      "a file of another name",
      { [`${ARTIFACT}/events.jsonl`]: jsonl([decision]), [`${ARTIFACT}/agentops-job.json`]: note },
    ],
  ])("is none with %s", (_, files) => {
    expect(marks(files as Record<string, string>)).toEqual([undefined]);
  });
});
