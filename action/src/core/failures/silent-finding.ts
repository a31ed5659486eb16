import { type FailedStep, LONGEST_COMMAND } from "#core/failures/failed-step.ts";
import { type LogPart, stepOf } from "#core/failures/log-part.ts";
import type { Redactor } from "#core/failures/redactor.ts";
import { signatureOf } from "#core/failures/signature.ts";
import type { Finding } from "#core/records/analysis.ts";
import type { Step } from "#core/records/run.ts";

/** That it failed without a word is plain where the log marks it, and likely where it only ends there. */
const MARKED = 0.7;
const UNMARKED = 0.4;

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
