import { describe, expect, it } from "vitest";
import { attribute } from "#core/agents/attribution.ts";
import { agentOfLogin } from "#core/agents/evidence.ts";
import { readAttempt } from "#core/attempts/attempt.ts";
import { Config } from "#core/config.ts";
import { valueAt } from "#core/documents/runs/coded.ts";
import { runIndexFold } from "#core/documents/runs/run-index.ts";
import { decodeRunIndex, encodeRunIndex } from "#core/documents/runs/run-index-file.ts";
import { roleOf, wordOf } from "#core/outcome.ts";
import { tierOf } from "#core/pricing/tier.ts";
import { priceUsage } from "#core/pricing/tokens.ts";
import { scrub } from "#core/telemetry/otlp/scrub.ts";
import { aRepositoryRecord, aRunRecord, aState, aUsage } from "../builders.ts";

/** What every object answers to without being asked: as a stranger's word none of them means anything. */
const WORDS = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", "__defineGetter__"];
const AT = "2026-11-20T12:00:00Z";

describe.each(WORDS)("`%s` as a word of strangers", (word) => {
  it("is no agent, as a login or as any part of a run", () => {
    expect(agentOfLogin(word)).toBeNull();
    const agent = attribute(
      {
        ...{ workflow_name: word, workflow_file: word, referenced_workflows: [], display_title: word },
        ...{ actor: word, triggering_actor: word, head_branch: word, from_fork: false },
      },
      [],
    );
    expect(agent).toBeNull();
  });

  it("is a provider and a model without a price", () => {
    for (const provider of [word, word.toUpperCase(), "openai", null])
      for (const model of [word, `${word}/gpt-x`, `openai/${word}`, `${word}:1`]) {
        const usage = aUsage({ provider, model, reported_cost_usd: null });
        expect(priceUsage(usage, AT, [])).toMatchObject({ nano_usd: null, basis: "unknown" });
        expect(tierOf(model, 1e9, AT, provider)).toBeNull();
      }
    const known = aUsage({ provider: word, model: "claude-sonnet-4-5", reported_cost_usd: null });
    expect(priceUsage(known, AT, []).basis).toBe("estimated");
  });

  it("is a state of its own, shown as it is", () => {
    const [ended, going] = [
      { status: "completed", conclusion: word },
      { status: word, conclusion: null },
    ];
    expect([ended, going].map(wordOf)).toEqual([word, word]);
    expect([ended, going].map(roleOf)).toEqual(["neutral", "neutral"]);
  });

  it("stands in the index of runs as any other word", () => {
    const config = Config.parse({});
    const context = {
      ...{ now: AT, config, repository: aRepositoryRecord(), state: aState(), server: "https://github.com" },
    };
    const fold = runIndexFold({ context, journal: [], sizes: [], cron: null, buildId: "b" });
    const run = aRunRecord({ actor: word, head_branch: word, event: word, workflow_name: word });
    fold.add(readAttempt(run, { reading: null, executions: [] }, context));
    const table = decodeRunIndex(JSON.parse(JSON.stringify(encodeRunIndex(fold.finish()))));
    const { actor, branch, event, agents } = table;
    expect([actor, branch, event].map((column) => valueAt(column, 0))).toEqual([word, word, word]);
    expect(valueAt(agents, 0)).toEqual([]);
  });

  it("stays a field of what is handed on", () => {
    const sent = JSON.parse(`{"resourceSpans": [{"${word}": {"x": 1}}]}`);
    expect(JSON.stringify(scrub(sent, { redact: {} }, {}))).toBe(JSON.stringify(sent));
  });
});
