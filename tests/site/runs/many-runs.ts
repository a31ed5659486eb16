import type { Store } from "#app/effects.ts";
import type { Finding, StoredAnalysis } from "#core/records/analysis.ts";
import type { Job, Run } from "#core/records/run.ts";
import { addSeconds } from "#core/time.ts";
import {
  aFinding,
  aJobRecord,
  aJournalEntry,
  aReading,
  aRepositoryRecord,
  aRunRecord,
  aState,
  aStepRecord,
} from "../../builders.ts";
import { memoryStore } from "../../memory-store.ts";
import { NOW } from "../rendered.ts";

/** Records of a repository where agents work, in any number, the same every time. */

const WORKFLOWS = [
  {
    id: 11,
    name: "CI",
    file: ".github/workflows/ci.yml",
    event: "push",
    jobs: ["lint", "test (20)", "test (24)"],
  },
  {
    id: 12,
    name: "Claude Code",
    file: ".github/workflows/claude.yml",
    event: "issue_comment",
    jobs: ["claude"],
  },
  {
    id: 13,
    name: "Codex review",
    file: ".github/workflows/codex.yml",
    event: "pull_request",
    jobs: ["review"],
  },
  {
    id: 14,
    name: "Nightly, long name: evaluation of every agent",
    file: null,
    event: "schedule",
    jobs: ["eval / run"],
  },
  { id: 15, name: "Copilot", file: "dynamic/copilot-swe-agent/copilot", event: "dynamic", jobs: ["copilot"] },
];
const ACTORS = ["mona", "hubot", "dependabot[bot]", "octocat", null];
/** What a log may print to those who quote it. */
export const HOSTILE_LINE =
  "<img src=x onerror=alert(1)> \u001b[31m[x](javascript:alert(2)) @octocat ::add-mask::x </script><script>alert(3)</script>";

const TITLES = [
  "Fix the parser",
  '=HYPERLINK("https://evil.example","click")',
  '<img src=x onerror=alert(1)> & "quotes"',
  "Add `code` | pipes, commas and ‮right-to-left",
  "Ünïcödé 🚀 title",
  null,
];
const CONCLUSIONS = [
  "success",
  "success",
  "success",
  "failure",
  "cancelled",
  "success",
  "timed_out",
  "skipped",
];

/** @param runs how many; they are spread over `days`, ending five minutes before `NOW` */
export function manyRuns(runs: number, days = 40): Run[] {
  const random = lcg(42);
  const spacing = (days * 86_400) / runs;
  return Array.from({ length: runs }, (_, index) => {
    const number = index + 1;
    const workflow = pick(WORKFLOWS, random());
    const created = addSeconds(NOW, Math.round((number - runs) * spacing) - 300);
    const conclusion = pick(CONCLUSIONS, random());
    const duration = Math.round(20 + random() ** 3 * 2000);
    const isNewest = number > runs - 2;
    const pull = random() < 0.4 ? [{ number: 100 + (number % 300), source: "run" as const }] : [];
    const run = aRunRecord({
      id: 36_000_000_000 + number * 977,
      run_number: number,
      workflow_id: workflow.id,
      workflow_name: workflow.name,
      workflow_file: workflow.file,
      event: workflow.event,
      display_title: pick(TITLES, random()),
      head_branch: random() < 0.5 ? "main" : `agent/issue-${number % 50}`,
      head_sha: ((number * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, "0").repeat(5),
      actor: pick(ACTORS, random()),
      triggering_actor: null,
      created_at: created,
      run_started_at: created,
      conclusion: isNewest ? null : conclusion,
      status: isNewest ? "in_progress" : "completed",
      duration_seconds: isNewest ? null : duration,
      pull_requests: pull,
    });
    return { ...run, jobs: jobsOf(run, workflow.jobs, duration) };
  }).flatMap((run, index) => (index % 25 === 7 ? [run, rerun(run)] : [run]));
}

/** A store that holds so many of them. */
export function manyRunsStore(runs: number): Store {
  const workflows = WORKFLOWS.map(({ id, name, file }) => ({ id, name, path: file ?? "", state: "active" }));
  return memoryStore({
    repository: aRepositoryRecord({ workflows }),
    state: aState(),
    journal: [aJournalEntry()],
    runs: manyRuns(runs),
    readings: manyReadings(manyRuns(runs)),
  });
}

export const RATE_LIMITED = "00000000000000aa";

/** Of three failures in four: an agent's limit, a failing test whose log is hostile, and one nobody can explain. */
export function manyReadings(runs: readonly Run[]): StoredAnalysis[] {
  const failed = runs.filter((run) => ["failure", "timed_out"].includes(run.conclusion ?? ""));
  return failed.flatMap((run, index) => {
    const key = { run_id: run.id, run_attempt: run.run_attempt };
    const job = run.jobs?.at(-1);
    const at = { job: job?.name ?? null, job_id: job?.id ?? null, step: "Run agent", step_number: 3 };
    switch (index % 4) {
      case 0:
        return aReading({ ...key, ...rateLimited(at) });
      case 1:
        return aReading({ ...key, ...hostile(at) });
      case 2:
        return aReading({ ...key, findings: [], truncated: ["2_test.txt: larger than 50 MB"] });
      default:
        return [];
    }
  });
}

type Place = Pick<Finding, "job" | "job_id" | "step" | "step_number">;

function rateLimited(at: Place): Partial<StoredAnalysis> {
  const finding = aFinding({
    ...at,
    category: "rate_limit",
    rule: "agent/rate-limit",
    title: "The model's provider limited the rate",
    message: "API Error: 429 rate_limit_error",
    signature: RATE_LIMITED,
    advice: "Wait, or spread the runs.",
  });
  return {
    source: "inferred",
    inferred_from: 36_000_000_000 + 977,
    findings: [finding],
    agents: [
      {
        agent: "Claude",
        model: "claude-sonnet-4-5",
        cost_usd: 0.4321,
        turns: 12,
        duration_ms: 95_000,
        tokens_total: null,
        permission_denials: 0,
        is_error: true,
      },
    ],
  };
}

function hostile(at: Place): Partial<StoredAnalysis> {
  const finding = aFinding({
    ...at,
    message: HOSTILE_LINE,
    pattern: HOSTILE_LINE,
    excerpt: [
      { line: 98, text: "FAIL src/sum.test.ts" },
      { line: 99, text: HOSTILE_LINE },
      { line: 100, text: `    ${"long ".repeat(58)}` },
    ],
  });
  return {
    findings: [
      finding,
      aFinding({ rank: 2, category: "unknown", title: "An error", job: HOSTILE_LINE, confidence: 0.2 }),
    ],
    tests: { passed: 120, failed: 2, skipped: null, failures: ["adds numbers", HOSTILE_LINE] },
    coverage: 81.25,
    metrics: { accuracy: 0.93 },
    resources: { max_rss_bytes: 734_003_200, elapsed_seconds: 61 },
    slow_commands: [{ line: 12, text: `npm test ${HOSTILE_LINE}`, seconds: 54 }],
    redactions: { github_token: 2 },
  };
}

function rerun(run: Run): Run {
  const started = addSeconds(run.created_at, 3600);
  const jobs = run.jobs?.map((job) => ({
    ...job,
    id: job.id + 1,
    run_attempt: 2,
    created_at: started,
    ...times(started, 4, job.duration_seconds ?? 0),
    conclusion: "success",
    steps: job.steps.map((step) => ({
      ...step,
      ...times(started, 4, step.duration_seconds ?? 0),
      conclusion: "success",
    })),
  }));
  return {
    ...run,
    run_attempt: 2,
    run_started_at: started,
    conclusion: "success",
    status: "completed",
    jobs: jobs ?? null,
  };
}

function jobsOf(run: Run, names: readonly string[], duration: number): Job[] {
  return names.map((name, index) => {
    const started = addSeconds(run.created_at, 3 + index);
    const running = run.conclusion === null;
    const isSkipped = run.conclusion === "skipped";
    const conclusion = index === names.length - 1 || isSkipped ? run.conclusion : "success";
    const seconds = Math.max(1, Math.round(duration * ((index + 1) / names.length)) - 4);
    const step = (number: number, stepName: string, from: number, length: number, failed = false) =>
      aStepRecord({
        number,
        name: stepName,
        ...times(started, from, length),
        conclusion: failed ? "failure" : "success",
      });
    const failed = conclusion === "failure" || conclusion === "timed_out";
    return aJobRecord({
      id: run.id * 10 + index,
      name,
      created_at: run.created_at,
      ...times(started, 0, seconds),
      ...(running
        ? { status: "in_progress", conclusion: null, completed_at: null, duration_seconds: null }
        : isSkipped
          ? { conclusion, duration_seconds: null }
          : { conclusion }),
      queued_seconds: 3 + index,
      approval_seconds: 0,
      steps: isSkipped
        ? []
        : [
            step(1, "Set up job", 0, 1),
            step(2, "Checkout", 1, Math.min(2, seconds)),
            step(3, names.length > 1 ? "Run tests" : "Run agent", 3, Math.max(0, seconds - 4), failed),
            step(9, "Complete job", Math.max(0, seconds - 1), 1),
          ],
    });
  });
}

function times(from: string, offset: number, seconds: number) {
  const started = addSeconds(from, offset);
  return { started_at: started, completed_at: addSeconds(started, seconds), duration_seconds: seconds };
}

function pick<T>(list: readonly T[], fraction: number): T {
  const item = list[Math.floor(fraction * list.length)];
  if (item === undefined) throw new RangeError("a fraction is below 1");
  return item;
}

/** Numbers in [0, 1) that look random and are the same every time. */
function lcg(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
