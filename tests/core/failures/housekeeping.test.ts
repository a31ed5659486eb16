import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { logAnalyzer } from "#core/failures/analyze-log.ts";

const FOLDER = join(import.meta.dirname, "../../fixtures/logs/answers/housekeeping");
const CAUSE = "Error: no shelf is named 9";

describe("set-up, inputs, progress, success and clean-up", () => {
  it.each(readdirSync(FOLDER).filter((name) => name.endsWith(".txt")))(
    "of %s is no finding beside one",
    (name) => {
      const lines = readFileSync(join(FOLDER, name), "utf8").split("\n");
      const end = lines.findIndex((line) => line.includes("##[error]"));
      const analyzer = logAnalyzer();
      analyzer.push(new TextEncoder().encode(lines.toSpliced(end, 0, CAUSE).join("\n")));
      expect(analyzer.finish().findings.map(({ text }) => text)).toEqual([CAUSE]);
    },
  );
});
