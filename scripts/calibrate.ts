/**
 * Measures how often findings were right that were said with so much belief, and writes it down for the analyzer:
 * `node scripts/calibrate.ts <folder…>`, after a change of rules or weights. Read are
 * - the folders' labelled sets, each twice: as the analyzer knows it, and as if no rule did. Rules were set on many of
 *   these, and strangers' logs hold lines of both kinds;
 * - for their kind, our own logs without rules, for the same reason;
 * - what was said of fresh logs before anything was mended for them (`tests/eval/first-tries.jsonl`). `--first <set>`
 *   adds those of a set that is new.
 */
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import * as z from "zod";
import { type Case, readCases } from "./eval-cases.ts";
import { score } from "./eval-score.ts";
import { isotonic, type Mark } from "./reliability.ts";

const ROOT = join(import.meta.dirname, "..");
const FIXTURES = join(ROOT, "tests/fixtures/logs");
const FIRST_TRIES = join(ROOT, "tests/eval/first-tries.jsonl");
const INTO = join(ROOT, "action/src/core/failures/calibration.ts");
/** Says what it is told. */
const AS_IS = [
  { raw: 0, share: 0 },
  { raw: 1, share: 1 },
];

const Said = z.object({ raw: z.number(), right: z.boolean() });
/** `kind` is null where the line is wrong already, or nobody labelled it. */
const Try = z.object({ log: z.string(), line: Said, kind: Said.nullable() });
type Try = z.infer<typeof Try>;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { first: { type: "string" } },
});
const own = [...readCases(FIXTURES)];
if (values.first !== undefined)
  for (const one of tries(own.filter(({ set }) => set === values.first)))
    appendFileSync(FIRST_TRIES, `${JSON.stringify(one)}\n`);
const first = readFileSync(FIRST_TRIES, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((row) => Try.parse(JSON.parse(row)));
const given = positionals.flatMap((folder) => [...readCases(folder)]);
const fresh = [...first, ...tries(given), ...tries(given, [])];
const line = isotonic(fresh.map((one) => one.line));
const kind = isotonic([...fresh, ...tries(own, [])].flatMap((one) => one.kind ?? []));
writeFileSync(
  INTO,
  `/**
 * What \`scripts/calibrate.ts\` measured: of findings that were believed in so much (\`raw\`), the share that was right.
 * Written by it from ${fresh.length} readings; not to be edited.
 */
export type Mark = { raw: number; share: number };
export type Calibration = { line: readonly Mark[]; kind: readonly Mark[] };

export const CALIBRATION: Calibration = {
  line: [
${rows(line)}
  ],
  kind: [
${rows(kind)}
  ],
};
`,
);
console.log(`${fresh.length} readings: ${line.length} marks for lines, ${kind.length} for kinds`);

/** Every log in which something is found; without rules, as if nobody knew its tools. */
function tries(cases: readonly Case[], rules?: []): Try[] {
  const options = { compare: true, calibration: { line: AS_IS, kind: AS_IS }, ...(rules ? { rules } : {}) };
  return cases.flatMap((of) => {
    const { top1, confidence, category, categoryConfidence, reading } = score(of, options);
    if (reading.findings.length === 0) return [];
    const isKnown = top1 && category !== null && categoryConfidence !== null;
    return {
      log: of.id,
      line: { raw: confidence, right: top1 },
      kind: isKnown ? { raw: categoryConfidence, right: category } : null,
    };
  });
}

function rows(marks: readonly Mark[]): string {
  return marks.map(({ raw, share }) => `    { raw: ${raw}, share: ${share} },`).join("\n");
}
