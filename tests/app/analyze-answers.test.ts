import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { analyzeFile } from "#app/analyze.ts";
import { readLine } from "#core/logs/line.ts";
import { openLocalLogs } from "#io/local-log.ts";

const FOLDER = join(import.meta.dirname, "../fixtures/logs/answers");

/** `missed`: what is right is not said yet; such a log is to fail, until it is mended and its mark goes. */
type Answer = { line: string | string[] | null; category: string[]; never: string[]; missed?: boolean };

describe.each(readdirSync(FOLDER))("logs of %s are answered", (set) => {
  const answers: Record<string, Answer> = JSON.parse(
    readFileSync(join(FOLDER, set, "expected.json"), "utf8"),
  );

  const check = async (file: string, { line, category, never }: Answer) => {
    const path = join(FOLDER, set, file);
    const { findings } = await analyzeFile(await openLocalLogs(path), path);
    const lines = readFileSync(path, "utf8").split("\n");
    const said = findings.map((one) =>
      one.line === null ? "" : readLine(lines[one.line - 1] ?? "", one.line).text,
    );
    expect(category).toContain(findings[0]?.category);
    if (line === null) expect(findings).toMatchObject([{ rule: "step/no-error", line: null }]);
    else expect([line].flat().filter((words) => said[0]?.includes(words))).not.toEqual([]);
    for (const words of never) expect(said.filter((text) => text.includes(words))).toEqual([]);
  };
  const [right, missed] = [false, true].map((wanted) =>
    Object.entries(answers).filter(([, answer]) => (answer.missed ?? false) === wanted),
  );
  it.each(right ?? [])("%s", check);
  if ((missed ?? []).length > 0) it.fails.each(missed ?? [])("%s is not, yet", check);
});

describe("a text with the logs of several jobs", () => {
  const read = async (file: string) => {
    const path = join(FOLDER, "kinds", file);
    return analyzeFile(await openLocalLogs(path), path);
  };

  it.each([
    [
      "form-gh-view.txt",
      [
        ["lint", "Run npm run lint", 17],
        ["test (20)", "Run npm test", 26],
      ],
    ],
    [
      "form-act.txt",
      [
        ["CI/build", "make build", 10],
        ["CI/test", "pytest -q", 18],
      ],
    ],
    [
      "form-gh-failed.txt",
      [
        ["build", "cargo build --locked", 5],
        ["docs", "mkdocs build --strict", 13],
      ],
    ],
  ])("%s names each job with its step and its line of the text", async (file, expected) => {
    const { findings } = await read(file);
    expect(findings.slice(0, 2).map(({ job, step, line }) => [job, step, line])).toEqual(expected);
  });

  it("names the tests of all jobs", async () => {
    expect((await read("form-gh-view.txt")).tests?.failures).toEqual(["src/cost.test.ts > adds up"]);
    expect((await read("form-act.txt")).tests?.failures).toEqual(["tests/test_sum.py::test_sum"]);
  });
});
