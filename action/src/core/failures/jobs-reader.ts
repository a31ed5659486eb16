import type { LogAnalyzer, LogReading } from "#core/failures/analyze-log.ts";
import { decodeLine } from "#core/logs/decode.ts";
import { columnsOf, ghColumns, type JobColumns } from "#core/logs/job-columns.ts";
import { lineScanner } from "#core/logs/scanner.ts";
import { preFilter } from "#core/text/prefilter.ts";

/** What one job's part of a text says; `job` is null where the text is one log and names none. */
export type JobReading = { job: string | null; reading: LogReading };

/** Of a text of more jobs the first are read. */
const MOST_JOBS = 40;
/** By so much of its beginning a text is recognised. */
const HEAD_BYTES = 8192;

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all.subarray(0, 2 * HEAD_BYTES);
}

type OpenJob = { analyzer: LogAnalyzer; step: string | null };

/**
 * Reads a text that may hold the logs of several jobs, as `gh run view --log` and act print them: each job's lines go
 * to an analyzer of its own, with the numbers that they have in the text. Any other text is one log and goes through
 * as it comes.
 */
export function jobsReader(analyzerOf: () => LogAnalyzer) {
  const head: Uint8Array[] = [];
  let headBytes = 0;
  let push: ((bytes: Uint8Array) => void) | null = null;
  let readings: () => JobReading[] = () => [];
  let left = 0;

  function begin() {
    const beginning = new TextDecoder().decode(joined(head));
    const columns = columnsOf(beginning.split("\n").slice(0, 40));
    if (columns === null) {
      const analyzer = analyzerOf();
      push = analyzer.push;
      readings = () => [{ job: null, reading: analyzer.finish() }];
    } else [push, readings] = byJob(columns);
    for (const bytes of head.splice(0)) push(bytes);
  }

  function byJob(columns: JobColumns): [(bytes: Uint8Array) => void, () => JobReading[]] {
    const jobs = new Map<string, OpenJob>();
    let last: OpenJob | null = null;
    const scanner = lineScanner(preFilter([]), ({ bytes, start, end, number }) => {
      const text = decodeLine(bytes.subarray(start, end));
      const line = columns(text);
      // gh repeats its columns on every line but those that a message runs on to; act speaks for itself there.
      const goesOn = columns === ghColumns ? last : null;
      const job: OpenJob | null = line === null ? goesOn : jobNamed(jobs, line.job);
      if (job === null) return;
      last = job;
      if (line?.step != null && line.step !== job.step) {
        job.step = line.step;
        job.analyzer.begin(line.step, number);
      }
      job.analyzer.line(line?.text ?? text, number);
      if (line?.ended != null) job.analyzer.end(line.ended, number);
    });
    return [
      scanner.push,
      () => {
        scanner.finish();
        return [...jobs].map(([job, { analyzer }]) => ({ job, reading: analyzer.finish() }));
      },
    ];
  }

  function jobNamed(jobs: Map<string, OpenJob>, name: string): OpenJob | null {
    const known = jobs.get(name);
    if (known !== undefined) return known;
    if (jobs.size >= MOST_JOBS) {
      left++;
      return null;
    }
    const fresh = { analyzer: analyzerOf(), step: null };
    jobs.set(name, fresh);
    return fresh;
  }

  return {
    push(bytes: Uint8Array) {
      if (push !== null) return push(bytes);
      head.push(bytes);
      headBytes += bytes.length;
      if (headBytes >= HEAD_BYTES) begin();
    },
    /** In the order in which the text names the jobs. */
    finish(): JobReading[] {
      if (push === null) begin();
      return readings();
    },
    /** Lines of jobs beyond those that are read. */
    left: () => left,
  };
}
