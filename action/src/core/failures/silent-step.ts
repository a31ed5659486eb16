import { type LogPart, stepOf } from "#core/failures/log-part.ts";
import type { Redactor } from "#core/failures/redactor.ts";
import { signatureOf } from "#core/failures/signature.ts";
import type { Region } from "#core/failures/step-lines.ts";
import type { Finding } from "#core/records/analysis.ts";
import type { Step } from "#core/records/run.ts";

/** A step that failed, in case that no line of it says why. */
export type FailedStep = {
  /** As the log names it; null when it names none. */
  name: string | null;
  /** The first line of what it ran. */
  command: string | null;
  exit_code: number | null;
  /** From its first line to its last, by the log's clock. */
  seconds: number | null;
  /** The last lines that it printed. */
  last: { line: number; text: string }[];
};

const LAST_LINES = 8;
const LONGEST_COMMAND = 300;
/** That it failed without a word is plain where the log marks it, and likely where it only ends there. */
const MARKED = 0.7;
const UNMARKED = 0.4;

export function failedStep({ span, lines }: Region): FailedStep {
  const printed = lines.filter(
    ({ number, text, tag, echo }) =>
      number > Math.max(span.header_end, span.start - (span.header_end > 0 ? 0 : 1)) &&
      number !== span.failure_line &&
      text.trim() !== "" &&
      !echo &&
      tag !== "group" &&
      tag !== "endgroup",
  );
  const [command = ""] = span.script.split("\n");
  const took = span.began === null || span.ended === null ? null : (span.ended - span.began) / 1000;
  return {
    name: span.name,
    command: command.trim().slice(0, LONGEST_COMMAND) || null,
    exit_code: span.exit_code,
    seconds: took,
    last: printed.slice(-LAST_LINES).map(({ number, text }) => ({ line: number, text })),
  };
}

/**
 * "The step printed no error": no cause is claimed, so no line is named. Its signature is made from step and command,
 * so that only the same step shares it.
 */
export function silentFinding(silent: FailedStep, part: LogPart, redactor: Redactor): Finding {
  const step = part.step ?? (part.job === null ? null : stepOf(part.job, silent.name, true));
  const name = redactor.text(step?.name ?? silent.name, 200);
  const command = redactor.uncounted(silent.command ?? name ?? "the step", LONGEST_COMMAND);
  const took = secondsOf(step, part) ?? silent.seconds;
  const facts = [
    silent.exit_code === null ? "" : `exit code ${silent.exit_code}`,
    took === null ? "" : `after ${Math.round(took)} s`,
  ];
  const said = facts.filter(Boolean).join(" ");
  const signed = `no error printed by ${name ?? "a step"}: ${command}`;
  const { signature, pattern } = signatureOf("unknown", redactor.uncounted(signed, 500));
  return {
    rank: 1,
    category: "unknown",
    rule: "step/no-error",
    title: "The step printed no error",
    message: redactor.keepsText ? `${command}${said === "" ? "" : ` (${said})`}`.slice(0, 500) : "",
    signature,
    pattern: redactor.keepsText ? pattern : "",
    confidence: silent.exit_code === null ? UNMARKED : MARKED,
    category_confidence: null,
    job: redactor.text(part.job?.name ?? part.jobName, 200),
    job_id: part.job?.id ?? null,
    step: name,
    step_number: step?.number ?? null,
    step_line: null,
    file: redactor.uncounted(part.file, 300),
    line: null,
    start_line: null,
    end_line: null,
    excerpt: redactor.lines(silent.last),
    advice: "Run the command by hand, or with more output (`set -x`, `--verbose`): its log does not say why.",
  };
}

function secondsOf(step: Pick<Step, "number"> | null, { job }: LogPart): number | null {
  return job?.steps.find(({ number }) => number === step?.number)?.duration_seconds ?? null;
}
