/**
 * The name that all variants of a job share: GitHub appends a matrix's values in brackets, at every level of
 * nested workflows: `test (ubuntu-latest, 20)` and `call (a) / build (b)` become `test` and `call / build`.
 */
export function baseJobName(name: string): string {
  return name
    .split(" / ")
    .map((part) => part.replace(/(?<=\S)\s+\(.*\)$/s, ""))
    .join(" / ");
}

/**
 * Whether a step is the runner's own: setting the job up, cleaning up, and what an action does before and after.
 * A step that merely begins with "Post" is its author's, unless the rest names another step of the job.
 */
export function isRunnerStep(name: string, stepsOfJob: ReadonlySet<string>): boolean {
  if (RUNNER_STEPS.has(name)) return true;
  const wrapped = /^(?:Pre|Post) (.+)$/s.exec(name)?.[1];
  return wrapped !== undefined && stepsOfJob.has(wrapped);
}

const RUNNER_STEPS: ReadonlySet<string> = new Set([
  "Set up job",
  "Set up runner",
  "Initialize containers",
  "Stop containers",
  "Complete job",
  "Complete runner",
]);
