/**
 * Reads every log of a folder as `analyze --file` does and says where the answer differs from the folder's
 * `expected.json`: `node scripts/eval-expected.ts <folder> [--findings]`.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { analyzeFile } from "#app/analyze.ts";
import { readLine } from "#core/logs/line.ts";
import type { Finding } from "#core/records/analysis.ts";
import { openLocalLogs } from "#io/local-log.ts";
import { Answers } from "./eval-cases.ts";

const SURE = 0.9;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { findings: { type: "boolean" } },
});
const folder = positionals[0] ?? ".";
const expected = Answers.parse(JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")));
const right = { line: 0, category: 0, never: 0, all: 0 };
const sure = { all: 0, wrong: 0 };
for (const [file, want] of Object.entries(expected)) {
  const path = join(folder, file);
  const { findings } = await analyzeFile(await openLocalLogs(path), path);
  const lines = readFileSync(path, "utf8").split("\n");
  const textOf = ({ line }: Finding) => (line === null ? "" : readLine(lines[line - 1] ?? "", line).text);
  const [first] = findings;
  const wanted = want.line === null ? null : [want.line].flat();
  const isLine =
    wanted === null
      ? first === undefined || first.line === null
      : first !== undefined && wanted.some((words) => textOf(first).includes(words));
  const isCategory = want.category.includes(first?.category ?? "unknown");
  const silly = findings.filter((one) => want.never.some((words) => textOf(one).includes(words)));
  right.line += Number(isLine);
  right.category += Number(isCategory);
  right.never += Number(silly.length === 0);
  right.all += Number(isLine && isCategory && silly.length === 0);
  if ((first?.confidence ?? 0) >= SURE) {
    sure.all++;
    sure.wrong += Number(!isLine);
  }
  if (isLine && isCategory && silly.length === 0 && !values.findings) continue;
  const marks = [isLine ? "" : "LINE", isCategory ? "" : "KIND", silly.length === 0 ? "" : "SILLY"];
  console.log(`${file} ${marks.filter(Boolean).join(" ")}`);
  if (!isLine) console.log(`   wanted ${wanted?.join(" | ") ?? "no cause"}`);
  if (!isCategory) console.log(`   wanted ${want.category.join(" | ")}`);
  for (const one of findings)
    console.log(`   ${one.confidence} ${one.category} [${one.rule}] ${textOf(one).slice(0, 140)}`);
}
const count = Object.keys(expected).length;
console.log(
  `${count} logs: line ${right.line}, kind ${right.category}, nothing silly ${right.never}, all ${right.all}`,
);
console.log(`so sure as ${SURE}: ${sure.all}, of these wrong: ${sure.wrong}`);
