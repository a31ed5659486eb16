import { describe, expect, it } from "vitest";
import { buildDocuments } from "#app/documents.ts";
import { shownStore } from "#app/shown-store.ts";
import { Config } from "#core/config.ts";
import type { ComplianceCheck } from "#core/documents/compliance/check.ts";
import { compliance } from "#core/documents/compliance/document.ts";
import {
  aFinding,
  anAgentStep,
  anExecution,
  aReading,
  aRepositoryRecord,
  aRunRecord,
} from "../../../builders.ts";
import { memoryStore } from "../../../memory-store.ts";
import { NOW } from "../contexts.ts";

type Held = Parameters<typeof memoryStore>[0];

async function checked(held: Held, given: object = {}): Promise<ComplianceCheck[]> {
  const config = Config.parse(given);
  const store = await shownStore(memoryStore(held), config.privacy);
  const options = { repository: "octo-org/agent-fleet", config, server: "https://github.com", cron: null };
  const effects = { store, clock: { now: () => NOW, sleep: async () => {} } };
  const made = await buildDocuments(effects, { ...options, now: NOW }, "test", { rows: [compliance] });
  return made.documents.compliance.checks;
}

const run = aRunRecord({ id: 1000, workflow_file: ".github/workflows/claude.yml" });
const told = anExecution({ run_id: 1000 });
const within = (visibility: "public" | "private" | null) => ({
  repository: aRepositoryRecord({ visibility }),
});

async function stateOf(id: string, held: Held, config: object = {}) {
  const check = (await checked(held, config)).find((one) => one.id === id);
  return [check?.state, check?.evidence];
}

describe("compliance checks", () => {
  it("passes what is as it should be, says what shows it, and does not claim what it cannot see", async () => {
    const checks = await checked({ runs: [run], executions: [told], ...within("private") });
    const states = Object.fromEntries(checks.map(({ id, state }) => [id, state]));
    expect(states).toMatchObject({
      "records-readers": "pass",
      "site-readers": "pass",
      "kept-half-a-year": "pass",
      "details-go-by-age": "pass",
      "contents-as-allowed": "pass",
      "nothing-unredacted": "pass",
      "agents-are-recorded": "pass",
      "trail-only-grows": "unknown",
    });
    for (const { state, evidence, fix } of checks) {
      expect(evidence).not.toBe("");
      expect(fix === null).toBe(state === "pass");
    }
  });

  it("knows who can read records and site", async () => {
    const everybody = { privacy: { previews: "short" } };
    expect((await stateOf("records-readers", within("public"), everybody))[0]).toBe("fail");
    expect((await stateOf("records-readers", within(null)))[0]).toBe("unknown");
    const published = { privacy: { publish: "public" } };
    expect((await stateOf("site-readers", within("private"), published))[0]).toBe("fail");
    expect((await stateOf("site-readers", within("private"), { privacy: { publish: "redacted" } }))[0]).toBe(
      "pass",
    );
  });

  it("finds what is stored and no longer allowed, though it is shown nowhere", async () => {
    const held = {
      runs: [run],
      executions: [{ ...told, user_id: "mona", steps: [anAgentStep({ content: "I think" })] }],
      readings: [aReading({ run_id: 1000, findings: [aFinding({ message: "it broke" })] })],
      ...within("private"),
    };
    expect((await stateOf("contents-as-allowed", held))[0]).toBe("fail");
    const strict = { privacy: { excerpts: "none", "hash-users": true, publish: "redacted" } };
    expect(await stateOf("log-texts-as-allowed", held, strict)).toEqual([
      "fail",
      "privacy.excerpts is none: texts in 1 record",
    ]);
    expect((await stateOf("users-as-allowed", held, strict))[0]).toBe("fail");
  });

  it("names kind and record of a secret that redaction finds today, and never the secret", async () => {
    const secret = `ghp_${"a1B2c3".repeat(6)}`;
    const leaky = { ...told, error_message: `refused ${secret}` };
    const [state, evidence] = await stateOf("nothing-unredacted", { runs: [run], executions: [leaky] });
    expect(state).toBe("fail");
    expect(evidence).toContain("github_token 1 (executions/2026-11-20 1000/1)");
    expect(evidence).not.toContain(secret);
  });

  it("sees details that are older than they are kept, and a time too short for some laws", async () => {
    const old = aRunRecord({ created_at: "2026-09-01T10:00:00Z" });
    const short = { retention: { "detail-days": 30 } };
    expect(await stateOf("details-go-by-age", { runs: [old] }, short)).toEqual([
      "fail",
      "detail-days: details of 2026-09-01",
    ]);
    expect((await stateOf("kept-half-a-year", { runs: [old] }, short))[0]).toBe("fail");
  });

  it("counts agents that told nothing", async () => {
    expect(await stateOf("agents-are-recorded", { runs: [run] })).toEqual([
      "fail",
      "1 work of agents in 90 days; 1 told nothing",
    ]);
    expect((await stateOf("agents-are-recorded", { runs: [] }))[0]).toBe("unknown");
  });
});
