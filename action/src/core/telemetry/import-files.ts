import type { Execution } from "#core/records/execution.ts";
import { believedEvents, believedExecutions } from "#core/telemetry/believed.ts";
import { withoutExportedTwice } from "#core/telemetry/exported-twice.ts";
import type {
  CollectedFrom,
  ImportContext,
  Imported,
  Importer,
  ImportProblem,
  ImportReader,
  ReadingContext,
  TextSink,
} from "#core/telemetry/importer.ts";
import { IMPORTERS } from "#core/telemetry/importers.ts";
import { withCollectedJobs } from "#core/telemetry/of-collected-job.ts";
import { withOwnIds } from "#core/telemetry/own-ids.ts";
import { withOwnSteps } from "#core/telemetry/own-step.ts";
import { wordsOf } from "#core/telemetry/problems.ts";
import { ReadingBudget } from "#core/telemetry/reading-budget.ts";
import { bestReported } from "#core/telemetry/reported-twice.ts";

/** How much of a file the importers see before one takes it. */
const HEAD = 4096;

/**
 * The files of one run's attempt, one after the other: each is offered to the importers in the table's order, and what
 * they make of them is gathered. Files that none accepts are left out without a word: artifacts hold anything.
 * Whatever an importer throws is a problem of its file, and so is an execution or event that breaks the record's
 * rules. Give files in the same order to get the same records.
 */
export class FileImport {
  readonly #context: ReadingContext;
  readonly #importers: readonly Importer[];
  readonly #now: (() => number) | undefined;
  readonly #readers = new Map<Importer, ImportReader>();
  readonly #problems: ImportProblem[] = [];
  #artifact: string | undefined;
  #budget: ReadingBudget;

  /** @param now seconds of any clock, for the time that an artifact may take */
  constructor(context: ImportContext, importers: readonly Importer[] = IMPORTERS, now?: () => number) {
    this.#context = { ...context, budget: () => this.#budget };
    this.#importers = importers;
    this.#now = now;
    this.#budget = new ReadingBudget(now);
  }

  /** Begins a file; its text comes in pieces, cut anywhere. */
  file(path: string): TextSink {
    const [of] = path.split("/");
    if (of !== this.#artifact) this.#budget = new ReadingBudget(this.#now);
    this.#artifact = of;
    return new OfferedFile(this.#budget, {
      sinkFor: (head) => this.#sinkFor(path, head),
      failed: (message) => this.problem({ file: path, line: null, message }),
    });
  }

  /** Names a file that could not be read. */
  problem(problem: ImportProblem): void {
    this.#problems.push(problem);
  }

  /** Whether the artifact of the last file has cost what it may: nothing more of it is read. */
  isSpent(): boolean {
    return this.#budget.spent !== null;
  }

  finish(): Imported {
    const executions: Execution[] = [];
    const events: Imported["events"] = [];
    const jobs: CollectedFrom[] = [];
    const problems = this.#problems;
    for (const [importer, reader] of this.#readers) {
      try {
        const reported = reader.finish();
        executions.push(...reported.executions);
        events.push(...reported.events);
        jobs.push(...(reported.jobs ?? []));
        problems.push(...reported.problems);
      } catch (error) {
        problems.push({ file: importer.name, line: null, message: unreadable(error) });
      }
    }
    const context = this.#context;
    const distinct = withCollectedJobs(withoutExportedTwice(bestReported(executions)), jobs, context);
    return {
      problems,
      executions: believedExecutions(withOwnIds(distinct, context), context, problems),
      events: believedEvents(withOwnSteps(events, jobs, context.guardArtifacts ?? []), context, problems),
    };
  }

  #sinkFor(path: string, head: string): TextSink | null {
    const importer = this.#importers.find((row) => row.accepts(path, head));
    if (importer === undefined) return null;
    const reader = this.#readers.get(importer) ?? importer.open(this.#context);
    this.#readers.set(importer, reader);
    return reader.file(path);
  }
}

type Offer = { sinkFor(head: string): TextSink | null; failed(message: string): void };

/** A file whose importer is found by its beginning, and which costs no more than its artifact may. */
class OfferedFile implements TextSink {
  readonly #budget: ReadingBudget;
  readonly #offer: Offer;
  #head = "";
  #sink: TextSink | null = null;
  #isOver = false;

  constructor(budget: ReadingBudget, offer: Offer) {
    this.#budget = budget;
    this.#offer = offer;
  }

  push(text: string): void {
    this.#guarded(() => {
      if (!this.#isWithinBudget(text)) return;
      if (this.#sink !== null) return this.#sink.push(text);
      this.#head += text;
      if (this.#head.length >= HEAD) this.#begin();
    });
  }

  end(): void {
    this.#guarded(() => {
      if (this.#sink === null) this.#begin();
      this.#sink?.end();
    });
  }

  #begin(): void {
    const text = this.#head.replace(/^\uFEFF/, "");
    this.#head = "";
    this.#sink = this.#offer.sinkFor(text.slice(0, HEAD));
    if (this.#sink === null) this.#isOver = true;
    else this.#sink.push(text);
  }

  /** What was read until now is kept. */
  #isWithinBudget(text: string): boolean {
    if (this.#budget.read(text.length)) return true;
    this.#isOver = true;
    this.#offer.failed(this.#budget.spent ?? "");
    this.#sink?.end();
    return false;
  }

  #guarded(work: () => void): void {
    if (this.#isOver) return;
    try {
      work();
    } catch (error) {
      this.#isOver = true;
      this.#offer.failed(unreadable(error));
    }
  }
}

const unreadable = (error: unknown) => `It could not be read: ${wordsOf(error)}`;
