import { describe, expect, it } from "vitest";
import { readAttempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import { Config } from "#core/config.ts";
import { runCost } from "#core/documents/costs/run-cost.ts";
import { repositoryLinks } from "#core/links.ts";
import type { Execution } from "#core/records/execution.ts";
import type { Run } from "#core/records/run.ts";
import { costNote } from "#core/render/cost-note.ts";
import { aJobRecord, anExecution, aRepositoryRecord, aRunRecord, aState, aUsage } from "../../builders.ts";

const LINKS = repositoryLinks("https://github.com", "octo-org/agent-fleet");

function rowsOf(runs: readonly [run: Run, executions: Execution[]][], visibility = "private") {
  const context: Context = {
    now: "2026-11-20T12:00:00Z",
    config: Config.parse({}),
    repository: aRepositoryRecord({ visibility }),
    state: aState(),
    server: "https://github.com",
  };
  return runs.map(([run, executions]) => ({
    run,
    cost: runCost(readAttempt(run, { reading: null, executions }, context)),
  }));
}

const claude = { workflow_name: "Claude", workflow_file: ".github/workflows/claude.yml" };
const told = () => [
  anExecution({ usage: [aUsage({ prompt: 10_000, completion: 1000, reported_cost_usd: 1.5 })] }),
];

/** As it is read: without the backslashes that keep signs from acting. */
const readNote: typeof costNote = (...given) => costNote(...given).replaceAll("\\", "");

describe("the cost note of a pull request", () => {
  it("begins with one number, and a row adds tokens and minutes", () => {
    const note = readNote(rowsOf([[aRunRecord({ ...claude, id: 5 }), told()]]), LINKS);
    const [head, , , , row] = note.split("\n");
    expect(head).toBe("### The runs of this pull request cost $1.51");
    expect(row).toContain("](https://github.com/octo-org/agent-fleet/actions/runs/5/attempts/1) (success)");
    expect(row).toContain("| $1.50 (11.0k) | $0.0120 (2 min) | $0.00 | **$1.51** | reported |");
    expect(note).not.toContain("**All**");
    expect(note).toContain("Known: 1 of 1 amounts of tokens, 1 of 1 of minutes.");
  });

  it("says that there is more where something is not known", () => {
    const note = readNote(
      rowsOf([
        [aRunRecord({ ...claude, id: 6 }), []],
        [aRunRecord({ id: 5, run_attempt: 2, jobs: [aJobRecord({ run_attempt: 2 })] }), []],
      ]),
      LINKS,
    );
    expect(note).toContain("cost at least $0.0240");
    expect(note).toContain("| — | $0.0120 (2 min) | $0.00 | **at least $0.0120** | unknown |");
    expect(note).toContain("attempt 2](");
    expect(note).toContain("| **All** | — | $0.0240 (4 min)");
    expect(note).toContain("Known: 0 of 1 amounts of tokens, 2 of 2 of minutes.");
  });

  it("says what free minutes are worth, and puts what is old into one row", () => {
    const runs = Array.from({ length: 20 }, (_, index): [Run, Execution[]] => [
      aRunRecord({ id: 100 - index }),
      [],
    ]);
    const note = readNote(rowsOf(runs, "public"), LINKS);
    expect(note).toContain("| 5 earlier attempts |");
    expect(note).toContain("Minutes worth $0.24 were free.");
    expect(note.split("\n").filter((line) => line.startsWith("| "))).toHaveLength(1 + 1 + 15 + 1 + 1);
  });

  it("lets no name format, link or notify", () => {
    const name = "**@mona** [x](https://evil.example) | #1\n<img>";
    const note = costNote(rowsOf([[aRunRecord({ workflow_name: name }), []]]), LINKS);
    expect(note).not.toContain("](https://evil");
    expect(note).not.toContain("@mona");
    expect(note).not.toContain("<img>");
  });
});
