import type { AgentEvent } from "#core/records/event.ts";
import type { Execution } from "#core/records/execution.ts";
import type {
  Importer,
  ImportProblem,
  ImportReader,
  ReadingContext,
  TextSink,
} from "#core/telemetry/importer.ts";
import { claudeExecution } from "#core/telemetry/importers/claude/execution.ts";
import { codexExec } from "#core/telemetry/importers/codex/exec.ts";
import { codexRollout } from "#core/telemetry/importers/codex/rollout.ts";
import { copilot } from "#core/telemetry/importers/copilot/copilot.ts";
import { gemini } from "#core/telemetry/importers/gemini/gemini.ts";
import { lineSplitter } from "#core/telemetry/lines.ts";

/** The agents that write JSON lines into gh-aw's log. */
const TALKING: readonly Importer[] = [gemini, copilot, codexExec, claudeExecution];

/** The agents that a gh-aw workflow runs, read by their own importers. */
export class Engines {
  readonly #context: ReadingContext;
  readonly #readers = new Map<Importer, ImportReader>();

  constructor(context: ReadingContext) {
    this.#context = context;
  }

  file(engine: "copilot" | "codex", path: string): TextSink {
    return this.#reader(engine === "copilot" ? copilot : codexRollout).file(path);
  }

  /** `agent-stdio.log`: JSON lines of the agent between words of the harness. */
  stdio(path: string, onWords: (line: string) => void): TextSink {
    let sink: TextSink | null = null;
    const lines = lineSplitter(
      (line) => {
        if (!/^\{.*\}$/.test(line)) {
          onWords(line);
          return;
        }
        const engine =
          sink === null ? TALKING.find((one) => one.accepts("agent-stdio.log", line)) : undefined;
        if (engine !== undefined) sink = this.#reader(engine).file(path);
        sink?.push(`${line}\n`);
      },
      () => {},
    );
    return {
      push: lines.push,
      end() {
        lines.end();
        sink?.end();
      },
    };
  }

  /** What the agent that did most of the work told. */
  finish(): { execution: Execution | null; events: AgentEvent[]; problems: ImportProblem[] } {
    const all = [...this.#readers.values()].map((reader) => reader.finish());
    const executions = all.flatMap((reported) => reported.executions);
    const [execution = null] = executions.sort((a, b) => b.steps.length - a.steps.length);
    return {
      execution,
      events: all.flatMap(({ events }) => events),
      problems: all.flatMap(({ problems }) => problems),
    };
  }

  #reader(engine: Importer): ImportReader {
    const reader = this.#readers.get(engine) ?? engine.open(this.#context);
    this.#readers.set(engine, reader);
    return reader;
  }
}
