import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAttempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import { Config } from "#core/config.ts";
import { runCost } from "#core/documents/costs/run-cost.ts";
import { repositoryLinks } from "#core/links.ts";
import { costNote } from "#core/render/cost-note.ts";
import { code, escapeMarkdown, table } from "#core/render/markdown.ts";
import { reportMarkdown } from "#core/render/report.ts";
import { aFinding, aReading, aRepositoryRecord, aRunRecord, aState } from "../../builders.ts";
import { effects, rendered } from "./github-markdown.ts";

const ADDRESS = "https://github.com/octo-org/agent-fleet/";
const links = repositoryLinks("https://github.com", "octo-org/agent-fleet");

/** Pieces of names that act somewhere; a name is a few of them in a row. */
const PIECES = [
  ..."` `` ``` ```` ~~~ \\ | \\| * ** _ # > < & [ ] ( ) ! - + 1. : $ \n \r \t \u2028 \u200e \u202e \u2066 \u200b".split(
    " ",
  ),
  ...[" ", "", "x", "\u0000", "\u001b[31m", "&lt;", "&#64;", "&commat;", "\ud800"],
  ...["@org/team", "@octocat", "fixes #1", "closes GH-12", "octo-org/agent-fleet#7", "a@b.example"],
  ...["https://evil.example", "HTTP://evil.example", "www.evil.example", "ftp://evil.example"],
  ...["<img src=x>", "<!-- agentops:cost -->", "<!--", "-->", "</details>", "<https://evil.example>"],
  ...[
    "[click](https://evil.example)",
    "![](https://evil.example/x.png)",
    "[^1]",
    "[x]: https://evil.example",
  ],
  ...["| a | b |", "| --- |", "- [ ] task", "``x`` @org/team fixes #1", "$`x`$", ":tada:", "---", "==="],
];
const hostile = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 8 })
  .map((pieces) => pieces.join(""))
  .map((text) => text.slice(0, 200));

const report = (next: () => string) =>
  reportMarkdown({
    run: aRunRecord({ conclusion: "failure", workflow_name: next(), display_title: next() }),
    analysis: aReading({
      findings: [1, 2].map((rank) =>
        aFinding({
          ...{
            rank,
            title: next(),
            message: next(),
            job: next(),
            step: next(),
            file: next(),
            advice: next(),
          },
          excerpt: [1, 2].map((line) => ({ line, text: next() })),
        }),
      ),
      tests: { passed: 1, failed: 1, skipped: null, failures: [next(), next()] },
      agents: [
        {
          ...{ agent: next(), model: next(), cost_usd: 1, turns: 1, duration_ms: 1, tokens_total: 1 },
          ...{ permission_denials: null, is_error: null },
        },
      ],
      metrics: { [next()]: 1 },
      resources: { [next()]: 1 },
      slow_commands: [{ line: 1, text: next(), seconds: 2 }],
      truncated: [next()],
      redactions: { [next()]: 1 },
    }),
    history: {
      ...{ runs: 2, first: "2026-11-01", last: "2026-11-02" },
      fix: {
        ...{ run_id: 1, run_attempt: 1, run_number: 1, at: "2026-11-03T00:00:00Z", head_sha: "a".repeat(40) },
        ...{ message: next(), pull_requests: [3], same_commit: false, same_branch: true, branch: next() },
      },
    },
    known: null,
    links,
  });

function note(next: () => string): string {
  const run = aRunRecord({ workflow_name: next() });
  const context: Context = {
    ...{ repository: aRepositoryRecord(), state: aState(), config: Config.parse({}) },
    ...{ server: "https://github.com", now: "2026-11-20T12:00:00Z" },
  };
  return costNote(
    [{ run, cost: runCost(readAttempt(run, { reading: null, executions: [] }, context)) }],
    links,
  );
}

/** As the audit broke out: names that are empty once they are cleaned, before one that has a span of its own. */
const BLANK = ["\u200e", "", " ", "\u2066\u2069", "\n", "\u0000"];

describe("a comment", () => {
  it.each(BLANK)("is not opened by a name that is empty after cleaning: %j", (blank) => {
    const attack = "``x`` @org/team fixes #1 <img src=x> [click](https://evil.example)";
    const names = [blank, attack];
    let at = 0;
    const alternating = () => names[at++ % 2] ?? "";
    expect(effects(report(alternating), ADDRESS)).toEqual([]);
    expect(effects(`job ${code(blank)}, step ${code(attack)}`, ADDRESS)).toEqual([]);
  });

  it("does nothing but show text, whatever stands in its fields", () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 5, maxLength: 30 }), (names) => {
        for (const make of [report, note]) {
          let at = 0;
          const markdown = make(() => names[at++ % names.length] ?? "");
          expect({ effects: effects(markdown, ADDRESS), names: [] }).toEqual({ effects: [], names: [] });
        }
      }),
      { numRuns: 40 },
    );
  });

  it("keeps names in their cell", () => {
    fc.assert(
      fc.property(hostile, hostile, (first, second) => {
        const markdown = table(["A", "B", "C"], [[code(first), escapeMarkdown(second), code(second)]]);
        expect(effects(markdown, ADDRESS)).toEqual([]);
        expect(rendered(markdown).match(/<td/g)).toHaveLength(3);
      }),
      { numRuns: 200 },
    );
  });
});
