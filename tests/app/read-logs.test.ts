import { describe, expect, it } from "vitest";
import type { GitHubLogs, LogSource } from "#app/effects.ts";
import { readAllLogs, readJobLogs } from "#app/read-logs.ts";
import { analysisOf } from "#core/failures/analysis-of.ts";
import type { Job } from "#core/records/run.ts";
import { aJobRecord } from "../builders.ts";

const LOG = new TextEncoder().encode(
  "2026-11-20T11:00:00.0000001Z ##[error]Process completed with exit code 1.\n",
);

/** Logs that remember which of them were read. */
function logs(count: number, bytes = LOG.length) {
  const read: string[] = [];
  const source = (name: string): LogSource => ({
    name,
    async read(push) {
      read.push(name);
      push(LOG);
      return { bytes, problem: null };
    },
  });
  return { read, source, entries: Array.from({ length: count }, (_, at) => source(`${at}_job ${at}.txt`)) };
}

describe("the logs of one attempt", () => {
  it("are read up to a number, and the others are counted", async () => {
    const { read, entries } = logs(500);
    const readings = await readAllLogs({ status: "open", entries, skipped: [] });
    expect([read.length, readings.parts.length]).toEqual([200, 200]);
    expect(readings.truncated).toEqual(["300 further logs were not read"]);
  });

  it("are read up to a number of bytes", async () => {
    const { read, entries } = logs(500, 1_000_000_000);
    const readings = await readAllLogs({ status: "open", entries, skipped: [] });
    expect([read.length, readings.truncated]).toEqual([2, ["498 further logs were not read"]]);
  });

  it("are not even asked for one by one beyond that", async () => {
    const { read, source } = logs(0);
    const jobs: Job[] = Array.from({ length: 300 }, (_, at) => aJobRecord({ id: at + 1, name: `job ${at}` }));
    const github = { jobLog: async (id: number) => source(`${id}`) } as GitHubLogs;
    const refused = { status: "refused", reason: "not_a_zip", detail: "x" } as const;
    const { truncated } = await readJobLogs(github, refused, jobs, jobs, null);
    expect([read.length, truncated[0]]).toEqual([200, "100 further logs were not read"]);
  });

  it("are named as far as a reader may want it where they cannot be read", async () => {
    const skipped = Array.from({ length: 20_000 }, (_, at) => ({ name: `${at}.txt`, reason: "encrypted" }));
    const { parts, truncated } = await readAllLogs({ status: "open", entries: [], skipped });
    const analysis = analysisOf(null, parts, truncated);
    expect(analysis.truncated).toHaveLength(21);
    expect(analysis.truncated.at(-1)).toBe("19980 more could not be read");
  });
});
