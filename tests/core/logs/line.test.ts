import { describe, expect, it } from "vitest";
import { readLine } from "#core/logs/line.ts";

const text = (raw: string) => readLine(raw, 1).text;

describe("a line of a log", () => {
  it.each([
    ["\uFEFF2026-11-20T10:00:00.1234567Z hello", "hello"],
    ["2026-11-20T10:00:00.1234567Z   indented", "  indented"],
    ["[2026-11-20T10:00:00.123Z] from Jenkins", "from Jenkins"],
    ["\x1b[31;1mred\x1b[0m and \x1b]8;;https://a.b\x07link\x1b]8;;\x07", "red and link"],
    [" 10%\r 60%\r100% done\r", "100% done"],
    [
      "travis_time:end:1f:start=1,finish=2\r\x1b[0K\x1b[31;1mThe command failed\x1b[0m\r",
      "The command failed",
    ],
    ["##[error]Process completed with exit code 1.", "Process completed with exit code 1."],
    ["", ""],
  ])("%j reads %j", (raw, expected) => {
    expect(text(raw)).toBe(expected);
  });

  it("knows its time, its tag and its colour, however the escape is spelled", () => {
    const line = readLine("2026-11-20T10:00:00.1239999Z ##[error]\x1b[31mno\x1b[0m", 7);
    expect(line).toMatchObject({
      number: 7,
      tag: "error",
      time: Date.UTC(2026, 10, 20, 10, 0, 0, 123),
    });
    expect(readLine("\x1b[31mno\x1b[0m", 1).red).toBe(true);
    for (const spelled of ["^[", "␛", "\\x1b", "\\033"])
      expect(readLine(`${spelled}[31mno${spelled}[0m`, 1)).toMatchObject({
        text: "no",
        red: true,
        coloured: true,
      });
    expect(readLine("\x1b[32myes\x1b[0m", 1).red).toBe(false);
    expect(readLine("2026-11-20T10:00:00.1239999Z \x1b[36;1mecho error\x1b[0m", 1).echo).toBe(true);
  });

  it("is never longer than 2,000 characters", () => {
    expect(text("x".repeat(100_000))).toHaveLength(2000);
  });
});
