import { count } from "#core/format.ts";
import type { Job } from "#core/records/run.ts";
import { readJob } from "#core/sync/payload/job.ts";

/** A matrix has 256 jobs at most; only who calls workflow after workflow has more than anybody looks at. */
const MOST_JOBS = 1_000;
/** Of all jobs together: some megabytes in a file that is read as a whole. */
const MOST_STEPS = 10_000;
/** Of the names and labels in them: a step's is mostly its command, some forty. */
const MOST_CHARACTERS = 1_000_000;

/** The jobs of an attempt as GitHub lists them, page by page, as far as one record may hold them. */
export class JobList {
  readonly #attempt: number;
  readonly #jobs = new Map<number, Job>();
  readonly #unreadable: string[] = [];
  #listed = 0;
  #steps = 0;
  #characters = 0;
  /** Steps and labels had to be left out. */
  #isCut = false;

  /** @param attempt for jobs that do not say which attempt they are of */
  constructor(attempt: number) {
    this.#attempt = attempt;
  }

  add(items: readonly unknown[]): void {
    for (const item of items.slice(0, Math.max(0, MOST_JOBS - this.#listed))) {
      const { value, problem } = readJob(item, this.#attempt);
      if (value === null) this.#unreadable.push(problem);
      else this.#jobs.set(value.id, this.#bounded(value));
    }
    this.#listed += items.length;
  }

  /** Whether nothing that comes is kept any more. */
  get isOver(): boolean {
    return this.#listed > MOST_JOBS;
  }

  /** Sorted by id. */
  get jobs(): Job[] {
    return [...this.#jobs.values()].sort((a, b) => a.id - b.id);
  }

  /** What of the list is not among the jobs, and why. */
  get problems(): string[] {
    const problems = [...this.#unreadable];
    if (this.isOver) problems.push(`GitHub lists more than ${count(MOST_JOBS)} jobs; these are the first`);
    if (this.#isCut)
      problems.push("it has so many steps and labels that the last jobs are kept without them");
    return problems;
  }

  #bounded(job: Job): Job {
    const labels = job.labels.filter((label) => this.#fits(label));
    const steps = job.steps.filter(({ name }) => this.#steps < MOST_STEPS && this.#fits(name, 1));
    this.#isCut ||= labels.length < job.labels.length || steps.length < job.steps.length;
    return { ...job, labels, steps };
  }

  /** Counts what there is room for. */
  #fits(text: string, steps = 0): boolean {
    if (this.#characters + text.length > MOST_CHARACTERS) return false;
    this.#characters += text.length;
    this.#steps += steps;
    return true;
  }
}
