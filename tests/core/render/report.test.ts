import { describe, expect, it } from "vitest";
import type { Fix } from "#core/failures/what-fixed-it.ts";
import { repositoryLinks } from "#core/links.ts";
import type { Analysis, Finding } from "#core/records/analysis.ts";
import { reportMarkdown, verdictText } from "#core/render/report.ts";
import { reportText } from "#core/render/report-text.ts";
import { aRunRecord } from "../../builders.ts";

const links = repositoryLinks("https://github.com", "octo-org/agent-fleet");
const run = aRunRecord({ id: 36_000_000_101, run_attempt: 2, conclusion: "failure" });

/** As a stranger would like to be quoted. */
const HOSTILE = "@octocat ##[add-mask]e ```` <img src=x> [here](https://evil.example) <!-- agentops: -->";

function aFinding(overrides: Partial<Finding> = {}): Finding {
  return {
    rank: 1,
    category: "test_failure",
    rule: "jest/failed-test",
    title: "Jest: a test failed",
    message: "● adds numbers",
    signature: "4be23730aeafa2ab",
    pattern: "● adds numbers",
    category_confidence: 0.9,
    confidence: 0.93,
    job: "test | ubuntu",
    job_id: 5000,
    step: "Unit tests",
    step_number: 4,
    step_line: 17,
    file: "0_test.txt",
    line: 99,
    start_line: 98,
    end_line: 100,
    excerpt: [
      { line: 98, text: "FAIL src/sum.test.ts" },
      { line: 99, text: `● adds numbers ${HOSTILE}` },
      { line: 100, text: "    expected 3, received 4" },
    ],
    advice: "Read the assertion below the name.",
    ...overrides,
  };
}

function anAnalysis(overrides: Partial<Analysis> = {}): Analysis {
  return {
    run_id: run.id,
    run_attempt: run.run_attempt,
    rules_version: 1,
    source: "read",
    inferred_from: null,
    fingerprint: null,
    findings: [
      aFinding(),
      aFinding({
        rank: 2,
        category: "unknown",
        rule: "evidence",
        title: "An error without a known rule",
        confidence: 0.2,
        step_number: null,
        job: HOSTILE,
      }),
    ],
    tests: { passed: 12, failed: 1, skipped: null, failures: [`adds numbers ${HOSTILE}`] },
    coverage: 81.4,
    agents: [
      {
        agent: "Claude",
        model: "claude-sonnet-4-5",
        cost_usd: 0.1234,
        turns: 7,
        duration_ms: 42_000,
        tokens_total: null,
        permission_denials: null,
        is_error: false,
      },
    ],
    metrics: { "bundle.kb": 312 },
    pull_requests: [],
    branches: [],
    resources: { max_rss_bytes: 52_000_000, elapsed_seconds: 75 },
    slow_commands: [{ line: 12, text: `npm ci ${HOSTILE}`, seconds: 61 }],
    truncated: [`1_lint.txt ${HOSTILE}: checksum differs`],
    redactions: { github_token: 2 },
    ...overrides,
  };
}

const fix: Fix = {
  ...{ run_id: 77, run_attempt: 1, run_number: 9, at: "2026-11-19T10:00:00Z" },
  ...{
    head_sha: "0123456789abcdef0123456789abcdef01234567",
    message: `Mend it ${HOSTILE}`,
    pull_requests: [12],
  },
  ...{ branch: "main", same_branch: false, same_commit: false },
};
const history = { runs: 3, first: "2026-11-02", last: "2026-11-19", fix };
const known = {
  title: "The sum is off",
  cause: `Because of ${HOSTILE.replace("](", "] (")}\n\`\`\`\nopen`,
  fix: "Use **3**.",
};
const about = (analysis: Analysis) => ({ run, analysis, history, known, links });

/** What GitHub would render: without code, which shows everything as it is. */
function outsideCode(markdown: string): string {
  return markdown.replaceAll(/^(`{3,})text\n[\s\S]*?\n\1$/gm, "").replaceAll(/(`+)[^`].*?[^`]?\1(?!`)/g, "");
}

describe("the report", () => {
  it("says what failed, where, since when, and what to do", async () => {
    const markdown = reportMarkdown(about(anAnalysis()));
    await expect(markdown).toMatchFileSnapshot("golden/report.md");
  });

  it("says whose reading it is where no log of the run was read", () => {
    const lineless = {
      line: null,
      start_line: null,
      end_line: null,
      step_line: null,
      file: null,
      excerpt: [],
    };
    const inferred = anAnalysis({ source: "inferred", inferred_from: 55, findings: [aFinding(lineless)] });
    expect(reportMarkdown(about(inferred))).toContain("/actions/runs/55)");
    expect(reportMarkdown(about(inferred))).not.toMatch(/line null|\[line/);
    expect(reportText(inferred)).not.toContain("null");
  });

  it("links straight to the line where the step is known, and to the job where it is not", () => {
    const markdown = reportMarkdown(about(anAnalysis()));
    expect(markdown).toContain("/job/5000#step:4:17)");
    expect(markdown).toContain("/job/5000)");
  });

  it("shows nothing of a log that acts: no mention, image, link, comment or workflow command", () => {
    const markdown = reportMarkdown(about(anAnalysis()));
    const shown = outsideCode(markdown);
    for (const trap of ["@octocat", "<img", "](https://evil", "<!--"]) expect(shown).not.toContain(trap);
    for (const text of [markdown, reportText(anAnalysis())]) expect(text).not.toContain("##[");
  });

  it("leaves parts out where there is no room, and cuts none", () => {
    const findings = Array.from({ length: 300 }, (_, index) => aFinding({ rank: index + 1 }));
    const markdown = reportMarkdown(about(anAnalysis({ findings })));
    expect(markdown.length).toBeGreaterThan(60_000);
    expect(markdown.length).toBeLessThan(65_536);
    expect(markdown.split("<details>").length).toBe(markdown.split("</details>").length);
    const fences = [...markdown.matchAll(/^`{3,}(text)?$/gm)];
    const quoted = markdown.split("\n").filter((line) => line === "> ```").length;
    expect(quoted).toBe(1);
    expect(fences.filter(([, opens]) => opens).length * 2).toBe(fences.length);
  });

  it("says plainly when nothing explains the failure, or nothing like it was seen", () => {
    const nothing = anAnalysis({ findings: [], tests: null, agents: [], truncated: [], redactions: {} });
    expect(verdictText(nothing)).toContain("unknown");
    expect(reportMarkdown({ ...about(nothing), history: null })).toContain("### unknown");
    expect(reportMarkdown({ ...about(anAnalysis()), history: null })).toContain("never");
  });
});
