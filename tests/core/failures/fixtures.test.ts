import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { logAnalyzer } from "#core/failures/analyze-log.ts";
import { readFixture } from "../../../scripts/eval-fixtures.ts";

const FOLDER = join(import.meta.dirname, "../../fixtures/logs");

function fixtures(): string[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".log"))
    .map((entry) => relative(FOLDER, join(entry.parentPath, entry.name)))
    .sort();
}

describe("every log of ours is read as its header says", () => {
  it.each(fixtures())("%s", (path) => {
    const { log, expectation } = readFixture(readFileSync(join(FOLDER, path), "utf8"));
    const analyzer = logAnalyzer();
    analyzer.push(new TextEncoder().encode(log));
    const [first] = analyzer.finish().findings;
    const text = log.split("\n")[expectation.line - 1];
    expect({ line: first?.line, text: first?.text }, `the line that must come first: ${text}`).toMatchObject({
      line: expectation.line,
    });
    if (expectation.category !== null) expect(first?.category).toBe(expectation.category);
    if (expectation.rule !== null) expect(first?.rule).toBe(expectation.rule);
    if (expectation.step !== null) expect(first?.step).toBe(expectation.step);
  });
});
