import { describe, expect, it } from "vitest";
import { createReport, type ReportOptions } from "#io/report.ts";

function recording(options: Partial<ReportOptions>) {
  let text = "";
  const report = createReport({
    level: "info",
    kind: "terminal",
    live: false,
    write: (more) => {
      text += more;
    },
    now: () => "2026-11-20T14:05:00Z",
    ...options,
  });
  return { report, text: () => text };
}

describe("a report", () => {
  it("folds groups and annotates warnings in a job's log", async () => {
    const { report, text } = recording({ kind: "actions", level: "debug" });
    await report.group("Runs", async () => {
      report.info("100 % done");
      report.warn("odd\nvery odd");
      report.debug("d");
    });
    expect(text()).toBe("::group::Runs\n100 % done\n::warning::odd%0Avery odd\n::debug::d\n::endgroup::\n");
  });

  it("ends a group whose work failed", async () => {
    const { report, text } = recording({ kind: "actions" });
    await expect(report.group("x", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(text()).toContain("::endgroup::");
  });

  it.each(["actions", "terminal", "json"] as const)("carries out nothing that a title says (%s)", (kind) => {
    const { report, text } = recording({ kind });
    report.info("title\n::set-output name=a::b\n##[add-mask]e \u001b[2J");
    report.warn("::error::x");
    report.progress("::error::x \u001b[2J", 10, 10);
    for (const line of text().split("\n")) expect(line).not.toMatch(/^\s*::(?!warning::)|##\[|\u001b/);
  });

  it("indents under headings on a terminal", async () => {
    const { report, text } = recording({});
    await report.group("Jobs", async () => report.info("one"));
    report.info("two");
    expect(text()).toBe("Jobs\n  one\ntwo\n");
  });

  it("draws progress over one line where that is possible, and clears it for the next message", () => {
    const { report, text } = recording({ live: true });
    report.progress("jobs", 1, 3);
    report.info("note");
    report.progress("jobs", 3, 3);
    expect(text()).toBe("\r\u001b[2Kjobs 1 of 3\r\u001b[2Knote\n\r\u001b[2Kjobs 3 of 3\n");
  });

  it("says one in ten steps elsewhere", () => {
    const { report, text } = recording({});
    for (let done = 1; done <= 40; done++) report.progress("jobs", done, 40);
    for (let done = 1; done <= 250; done++) report.progress("pages", done, null);
    expect(text().trim().split("\n")).toHaveLength(12);
  });

  it("writes one JSON object a line for machines", async () => {
    const { report, text } = recording({ kind: "json" });
    await report.group("Jobs", async () => report.warn("a\nb"));
    expect(
      text()
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    ).toEqual([{ time: "2026-11-20T14:05:00Z", level: "warn", message: "a\nb", group: "Jobs" }]);
  });

  it("writes into every line for machines what it is found by", async () => {
    const { report, text } = recording({ kind: "json", ids: { run_id: 7, trace_id: "ab" } });
    report.info("one");
    report.progress("runs", 10, 10);
    report.error("two");
    const lines = text()
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ level }) => level)).toEqual(["info", "info", "error"]);
    for (const line of lines) expect(line).toMatchObject({ run_id: 7, trace_id: "ab" });
  });

  it("leaves out what is below its level", async () => {
    const { report, text } = recording({ level: "error" });
    report.warn("w");
    report.progress("p", 1, 1);
    expect(await report.group("g", async () => 7)).toBe(7);
    expect(text()).toBe("");
  });
});
