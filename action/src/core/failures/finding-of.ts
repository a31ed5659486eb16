import type { Candidate } from "#core/failures/candidate.ts";
import { type LogPart, stepOf } from "#core/failures/log-part.ts";
import type { Redactor } from "#core/failures/redactor.ts";
import { signatureOf } from "#core/failures/signature.ts";
import type { Finding } from "#core/records/analysis.ts";
import type { Step } from "#core/records/run.ts";

const MOST_LINES = 20;

/** A candidate as it is stored: redacted, cut, signed, and at home in its job and step. `rank` is still to be given. */
export function findingOf(candidate: Candidate, part: LogPart, redactor: Redactor): Finding {
  const { category, category_confidence, rule, title, advice, confidence } = candidate;
  const { line, start_line, end_line } = candidate;
  // What the excerpt holds too is not counted twice.
  const message = redactor.uncounted(candidate.message, 500);
  const { signature, pattern } = signatureOf(category, message);
  const step = part.step ?? stepInJob(candidate, part);
  return {
    rank: 1,
    category,
    rule,
    title,
    message: redactor.keepsText ? message : "",
    signature,
    pattern: redactor.keepsText ? pattern : "",
    confidence,
    category_confidence,
    job: redactor.text(part.job?.name ?? part.jobName, 200),
    job_id: part.job?.id ?? null,
    step: redactor.text(step?.name ?? candidate.step, 200),
    step_number: step?.number ?? null,
    step_line: step === null ? null : part.step === null ? line - candidate.step_start + 1 : line,
    file: redactor.uncounted(part.file, 300),
    line,
    start_line,
    end_line,
    excerpt: redactor.lines(around(candidate)),
    advice,
  };
}

/** The step of the job, as GitHub lists it, whose part of the log holds the candidate; null where that is not certain. */
export function stepInJob({ line, step }: Candidate, { job, reading }: LogPart): Step | null {
  if (job === null) return null;
  const span = reading.steps.find(({ start, end }) => start <= line && line <= end);
  return stepOf(job, step, span?.outcome === "failed");
}

/** The line itself is always among those that stay. */
function around({ excerpt, line }: Candidate): Candidate["excerpt"] {
  const at = excerpt.findIndex((shown) => shown.line === line);
  const from = Math.max(0, Math.min(at - MOST_LINES / 2, excerpt.length - MOST_LINES));
  return excerpt.slice(from, from + MOST_LINES);
}
