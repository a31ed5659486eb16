import { describe, expect, it } from "vitest";
import { RunnerPrice } from "#core/config/prices.ts";
import { NANO_PER_USD } from "#core/pricing/money.ts";
import { jobCost, standardIsFree } from "#core/pricing/runner-minutes.ts";
import { jobTimeOf } from "#core/records/job-time.ts";
import { ownJobs } from "#core/records/run.ts";
import { addSeconds } from "#core/time.ts";
import { aJobRecord, aRunRecord } from "../../builders.ts";

/**
 * Computed by hand from GitHub's price list and its rule that each job is rounded up to a whole minute. A line is a
 * job: where and when it ran, how it ended, for how long, and what GitHub bills.
 */
type Line = {
  labels: string;
  group?: string;
  visibility?: "public" | "internal";
  day?: string;
  ended?: string;
  seconds: number | null;
  minutes: number | null;
  usd: number | null;
  worth?: number;
  basis: string;
};

const LATER = "2026-11-20";
const EARLIER = "2025-12-31";
const LARGE = "Default Larger Runners";
const CONFIGURED = [
  { label: "depot-*", per_minute: 0.004 },
  { label: "gpu-box", per_minute: 0.5, from: "2026-06-01", until: "2026-11-19" },
  { label: "gpu-box", per_minute: 0.25, from: "2026-11-20" },
].map((price) => RunnerPrice.parse(price));

const TABLE: [what: string, line: Line][] = [
  // Rounding
  ["1 s is a minute", { labels: "ubuntu-latest", seconds: 1, minutes: 1, usd: 0.006, basis: "list" }],
  [
    "0 s that ran is a minute",
    { labels: "ubuntu-latest", seconds: 0, minutes: 1, usd: 0.006, basis: "list" },
  ],
  ["59 s is a minute", { labels: "ubuntu-latest", seconds: 59, minutes: 1, usd: 0.006, basis: "list" }],
  ["60 s is a minute", { labels: "ubuntu-latest", seconds: 60, minutes: 1, usd: 0.006, basis: "list" }],
  ["61 s is two", { labels: "ubuntu-latest", seconds: 61, minutes: 2, usd: 0.012, basis: "list" }],
  [
    "an hour and a second is 61",
    { labels: "ubuntu-24.04", seconds: 3601, minutes: 61, usd: 0.366, basis: "list" },
  ],
  ["six hours", { labels: "ubuntu-22.04", seconds: 21_600, minutes: 360, usd: 2.16, basis: "list" }],
  // Labels
  ["slim", { labels: "ubuntu-slim", seconds: 90, minutes: 2, usd: 0.004, basis: "list" }],
  ["Linux on Arm", { labels: "ubuntu-24.04-arm", seconds: 600, minutes: 10, usd: 0.05, basis: "list" }],
  ["Windows", { labels: "windows-2022", seconds: 121, minutes: 3, usd: 0.03, basis: "list" }],
  [
    "Windows with Visual Studio's year",
    { labels: "windows-2025-vs2026", seconds: 60, minutes: 1, usd: 0.01, basis: "list" },
  ],
  ["Windows on Arm", { labels: "windows-11-arm", seconds: 60, minutes: 1, usd: 0.008, basis: "list" }],
  ["macOS", { labels: "macos-15", seconds: 301, minutes: 6, usd: 0.372, basis: "list" }],
  ["macOS on Intel", { labels: "macos-15-intel", seconds: 60, minutes: 1, usd: 0.062, basis: "list" }],
  ["macOS large", { labels: "macos-14-large", seconds: 120, minutes: 2, usd: 0.154, basis: "list" }],
  [
    "macOS extra large",
    { labels: "macos-latest-xlarge", seconds: 120, minutes: 2, usd: 0.204, basis: "list" },
  ],
  ["whatever the case", { labels: "Ubuntu-Latest", seconds: 60, minutes: 1, usd: 0.006, basis: "list" }],
  [
    "larger, 8 cores",
    { labels: "ubuntu-latest-8-cores", group: LARGE, seconds: 600, minutes: 10, usd: 0.22, basis: "list" },
  ],
  [
    "larger, Arm",
    { labels: "ubuntu-22.04-16core-arm64", group: LARGE, seconds: 60, minutes: 1, usd: 0.026, basis: "list" },
  ],
  [
    "larger, Windows",
    { labels: "windows-2022-16-core", group: LARGE, seconds: 60, minutes: 1, usd: 0.082, basis: "list" },
  ],
  [
    "larger, GPU",
    { labels: "linux-4-core-gpu", group: LARGE, seconds: 60, minutes: 1, usd: 0.052, basis: "list" },
  ],
  [
    "a label of nobody we know",
    { labels: "blacksmith-4vcpu", seconds: 60, minutes: 1, usd: null, basis: "unknown" },
  ],
  ["no label", { labels: "", seconds: 60, minutes: 1, usd: null, basis: "unknown" }],
  [
    "a standard label in a group of your own",
    { labels: "ubuntu-latest", group: "my runners", seconds: 60, minutes: 1, usd: null, basis: "unknown" },
  ],
  [
    "self-hosted",
    {
      labels: "self-hosted,linux,x64",
      group: "Default",
      seconds: 90,
      minutes: 2,
      usd: 0,
      basis: "self_hosted",
    },
  ],
  ["configured", { labels: "depot-ubuntu-24.04", seconds: 90, minutes: 2, usd: 0.008, basis: "configured" }],
  [
    "configured until a day",
    {
      labels: "self-hosted,gpu-box",
      group: "Default",
      day: "2026-11-19",
      seconds: 60,
      minutes: 1,
      usd: 0.5,
      basis: "configured",
    },
  ],
  [
    "configured from the next",
    {
      labels: "self-hosted,gpu-box",
      group: "Default",
      seconds: 60,
      minutes: 1,
      usd: 0.25,
      basis: "configured",
    },
  ],
  [
    "configured for later only",
    {
      labels: "self-hosted,gpu-box",
      group: "Default",
      day: "2026-05-31",
      seconds: 60,
      minutes: 1,
      usd: 0,
      basis: "self_hosted",
    },
  ],
  // How it ended
  [
    "skipped",
    { labels: "ubuntu-latest", ended: "skipped", seconds: null, minutes: 0, usd: 0, basis: "list" },
  ],
  [
    "skipped, of a label nobody knows",
    { labels: "blacksmith-4vcpu", ended: "skipped", seconds: null, minutes: 0, usd: 0, basis: "unknown" },
  ],
  [
    "cancelled after 130 s",
    { labels: "ubuntu-latest", ended: "cancelled", seconds: 130, minutes: 3, usd: 0.018, basis: "list" },
  ],
  [
    "timed out after six hours",
    { labels: "ubuntu-latest", ended: "timed_out", seconds: 21_605, minutes: 361, usd: 2.166, basis: "list" },
  ],
  [
    "failed",
    { labels: "ubuntu-latest", ended: "failure", seconds: 61, minutes: 2, usd: 0.012, basis: "list" },
  ],
  // Price change: the day on which the job started
  [
    "Linux before",
    { labels: "ubuntu-latest", day: EARLIER, seconds: 61, minutes: 2, usd: 0.016, basis: "list" },
  ],
  [
    "Linux on the day",
    { labels: "ubuntu-latest", day: "2026-01-01", seconds: 61, minutes: 2, usd: 0.012, basis: "list" },
  ],
  [
    "Windows before",
    { labels: "windows-latest", day: EARLIER, seconds: 60, minutes: 1, usd: 0.016, basis: "list" },
  ],
  [
    "macOS before",
    { labels: "macos-latest", day: EARLIER, seconds: 60, minutes: 1, usd: 0.08, basis: "list" },
  ],
  [
    "larger before",
    {
      labels: "ubuntu-latest-8-cores",
      group: LARGE,
      day: EARLIER,
      seconds: 60,
      minutes: 1,
      usd: 0.032,
      basis: "list",
    },
  ],
  [
    "macOS large before",
    { labels: "macos-14-large", day: EARLIER, seconds: 60, minutes: 1, usd: 0.12, basis: "list" },
  ],
  // Who pays
  [
    "standard in a public repository",
    {
      labels: "ubuntu-latest",
      visibility: "public",
      seconds: 61,
      minutes: 2,
      usd: 0,
      worth: 0.012,
      basis: "free",
    },
  ],
  [
    "macOS in a public repository",
    {
      labels: "macos-latest",
      visibility: "public",
      seconds: 60,
      minutes: 1,
      usd: 0,
      worth: 0.062,
      basis: "free",
    },
  ],
  [
    "larger in a public repository",
    {
      labels: "ubuntu-latest-8-cores",
      group: LARGE,
      visibility: "public",
      seconds: 60,
      minutes: 1,
      usd: 0.022,
      basis: "list",
    },
  ],
  [
    "macOS large in a public repository",
    { labels: "macos-14-large", visibility: "public", seconds: 60, minutes: 1, usd: 0.077, basis: "list" },
  ],
  [
    "internal is not public",
    { labels: "ubuntu-latest", visibility: "internal", seconds: 60, minutes: 1, usd: 0.006, basis: "list" },
  ],
];

function bill({
  labels,
  group = "GitHub Actions",
  visibility,
  day = LATER,
  ended = "success",
  seconds,
}: Line) {
  const created_at = `${day}T10:00:00Z`;
  const job = aJobRecord({
    created_at,
    conclusion: ended,
    duration_seconds: seconds,
    completed_at: seconds === null ? null : addSeconds(created_at, seconds + 5),
    labels: labels === "" ? [] : labels.split(","),
    runner_group_name: group,
  });
  const free = standardIsFree({ workflow_file: null }, { visibility: visibility ?? "private" });
  return jobCost(jobTimeOf(job), created_at, free, CONFIGURED);
}

describe("what GitHub bills for a job", () => {
  it.each(TABLE)("%s", (_, line) => {
    const { minutes, nano_usd, worth_nano_usd, basis } = bill(line);
    const worth = line.worth ?? line.usd;
    expect({ minutes, nano_usd, worth_nano_usd, basis }).toEqual({
      minutes: line.minutes,
      nano_usd: line.usd === null ? null : Math.round(line.usd * NANO_PER_USD),
      worth_nano_usd: worth === null ? null : Math.round(worth * NANO_PER_USD),
      basis: line.basis,
    });
  });

  const waiting = { runner_name: null, runner_group_name: null, steps: [] };
  const cost = (over: Parameters<typeof aJobRecord>[0]) =>
    jobCost(jobTimeOf(aJobRecord(over)), "2026-11-20T10:00:00Z", false, []);

  it("is nothing for a job that was cancelled while it waited for a runner, whatever its times say", () => {
    expect(cost({ ...waiting, conclusion: "cancelled", duration_seconds: 4000 })).toMatchObject({
      minutes: 0,
      nano_usd: 0,
    });
    expect(cost({ ...waiting, conclusion: "cancelled", duration_seconds: null })).toMatchObject({
      minutes: 0,
      nano_usd: 0,
    });
  });

  it("is nothing for a job that still waits, and not known for one that runs", () => {
    const running = { status: "in_progress", conclusion: null, completed_at: null, duration_seconds: null };
    expect(cost({ ...running, ...waiting, status: "queued", started_at: null })).toMatchObject({
      minutes: 0,
      nano_usd: 0,
    });
    expect(cost(running)).toMatchObject({ minutes: null, nano_usd: null });
  });

  it("counts a job that a partial re-run carried over once, on the attempt that executed it", () => {
    const build = aJobRecord({ id: 1, name: "build", duration_seconds: 600 });
    const failed = aJobRecord({ id: 2, name: "test", conclusion: "failure", duration_seconds: 61 });
    const again = aJobRecord({ id: 3, name: "test", run_attempt: 2, duration_seconds: 59 });
    const attempts = [
      aRunRecord({ conclusion: "failure", jobs: [build, failed] }),
      aRunRecord({ run_attempt: 2, jobs: [{ ...build, id: 4 }, again] }),
    ];
    const minutes = attempts.map((run) =>
      ownJobs(run).reduce(
        (sum, job) => sum + (jobCost(jobTimeOf(job), run.created_at, false, []).minutes ?? 0),
        0,
      ),
    );
    expect(minutes).toEqual([12, 1]);
  });

  it("is nothing for what Pages and Dependabot run themselves", () => {
    const free = (workflow_file: string) => standardIsFree({ workflow_file }, { visibility: "private" });
    expect(free("dynamic/pages/pages-build-deployment")).toBe(true);
    expect(free("dynamic/dependabot/dependabot-updates")).toBe(true);
    expect(free("dynamic/copilot-swe-agent/copilot")).toBe(false);
  });
});
