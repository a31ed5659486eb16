import type { LogAnalyzer, LogReading } from "#core/failures/analyze-log.ts";
import { decodeLine } from "#core/logs/decode.ts";
import { columnsOf, ghColumns, type JobColumns } from "#core/logs/job-columns.ts";
import { LineScanner } from "#core/logs/scanner.ts";
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

/** A text as it is read, once its beginning has told what it is. */
type Reading = {
  push(bytes: Uint8Array): void;
  /** In the order in which the text names the jobs. */
  readings(): JobReading[];
  /** Lines of jobs beyond those that are read. */
  left(): number;
};

/**
 * Reads a text that may hold the logs of several jobs, as `gh run view --log` and act print them: each job's lines go
 * to an analyzer of its own, with the numbers that they have in the text. Any other text is one log and goes through
 * as it comes.
 */
export function jobsReader(analyzerOf: () => LogAnalyzer) {
  const head: Uint8Array[] = [];
  let headBytes = 0;
  let reading: Reading | null = null;

  function begin(): Reading {
    const beginning = new TextDecoder().decode(joined(head));
    const columns = columnsOf(beginning.split("\n").slice(0, 40));
    const begun = columns === null ? oneLog(analyzerOf()) : severalJobs(columns, analyzerOf);
    for (const bytes of head.splice(0)) begun.push(bytes);
    return begun;
  }

  return {
    push(bytes: Uint8Array) {
      if (reading !== null) return reading.push(bytes);
      head.push(bytes);
      headBytes += bytes.length;
      if (headBytes >= HEAD_BYTES) reading = begin();
    },
    /** In the order in which the text names the jobs. */
    finish(): JobReading[] {
      reading ??= begin();
      return reading.readings();
    },
    /** Lines of jobs beyond those that are read. */
    left: () => reading?.left() ?? 0,
  };
}

function oneLog(analyzer: LogAnalyzer): Reading {
  return {
    push: analyzer.push,
    readings: () => [{ job: null, reading: analyzer.finish() }],
    left: () => 0,
  };
}

function severalJobs(columns: JobColumns, analyzerOf: () => LogAnalyzer): Reading {
  const jobs = new Map<string, OpenJob>();
  let last: OpenJob | null = null;
  let left = 0;

  function jobNamed(name: string): OpenJob | null {
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

  const scanner = new LineScanner(preFilter([]), ({ bytes, start, end, number }) => {
    const text = decodeLine(bytes.subarray(start, end));
    const line = columns(text);
    // gh repeats its columns on every line but those that a message runs on to; act speaks for itself there.
    const goesOn = columns === ghColumns ? last : null;
    const job: OpenJob | null = line === null ? goesOn : jobNamed(line.job);
    if (job === null) return;
    last = job;
    if (line?.step != null && line.step !== job.step) {
      job.step = line.step;
      job.analyzer.begin(line.step, number);
    }
    job.analyzer.line(line?.text ?? text, number);
    if (line?.ended != null) job.analyzer.end(line.ended, number);
  });

  return {
    push: (bytes) => scanner.push(bytes),
    readings() {
      scanner.finish();
      return [...jobs].map(([job, { analyzer }]) => ({ job, reading: analyzer.finish() }));
    },
    left: () => left,
  };
}
