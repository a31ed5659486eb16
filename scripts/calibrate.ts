/**
 * Measures how often findings were right that were said on such clues, and writes it down for the analyzer:
 * `node scripts/calibrate.ts <folder…>`, after a change of rules or weights. Read are
 * - what was said of fresh logs before anything was mended for them (`tests/eval/first-tries.jsonl`). `--first <set>`
 *   adds those of a set that is new;
 * - the folders' labelled sets, and our own logs with answers, as if no rule knew the lines that are right: in
 *   strangers' logs rules know other lines as well. The folders' sets also as the analyzer knows them.
 * Printed is how sure it was, and how often right, of logs that it was not measured on: one tenth of all at a time.
 */
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import * as z from "zod";
import type { Calibration, Weights } from "#core/failures/calibration.ts";
import { calibrated, clarityOf, termsOf } from "#core/failures/confidence.ts";
import { type Case, OF_RULES, readCases } from "./eval-cases.ts";
import { rulesWithout } from "./eval-rules.ts";
import { score } from "./eval-score.ts";
import { isotonic, logistic, type Mark } from "./reliability.ts";

const ROOT = join(import.meta.dirname, "..");
const FIXTURES = join(ROOT, "tests/fixtures/logs");
const FIRST_TRIES = join(ROOT, "tests/eval/first-tries.jsonl");
const INTO = join(ROOT, "action/src/core/failures/calibration.ts");
const FOLDS = 10;
const SURE = 0.9;
/** What was set on a log counts less than what was not. */
const SEEN = 0.5;
/** Says of kinds what it is told. */
const AS_IS = [
  { raw: 0, share: 0 },
  { raw: 1, share: 1 },
];
const TERMS = ["base", "evidence", "known", "strength", "lead", "alone", "unfit", "vague", "faint"] as const;

const Clues = z.object({
  evidence: z.number(),
  rule: z.number().nullable(),
  lead: z.number().nullable(),
  unfit: z.boolean(),
  vague: z.boolean(),
  faint: z.boolean(),
});
/** `kind` is null where the line is wrong already, or nobody labelled it. */
const Try = z.object({
  log: z.string(),
  line: z.object({ clues: Clues, right: z.boolean() }),
  kind: z.object({ raw: z.number(), right: z.boolean() }).nullable(),
});
type Try = z.infer<typeof Try> & { from: string; weight: number };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { first: { type: "string" } },
});
const own = [...readCases(FIXTURES)];
if (values.first !== undefined)
  for (const { from, weight, ...row } of tries(
    own.filter(({ set }) => set === values.first),
    "",
    1,
    null,
  ))
    appendFileSync(FIRST_TRIES, `${JSON.stringify(row)}\n`);
const first = readFileSync(FIRST_TRIES, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((row) => ({ ...Try.parse(JSON.parse(row)), from: "first tries", weight: 1 }));
const given = positionals.flatMap((folder) => [...readCases(folder)]);
const answered = own.filter(({ set }) => set !== OF_RULES);
const all: Try[] = [
  ...first,
  ...tries(given, "as known", SEEN, null),
  ...tries([...given, ...answered], "the right line unknown", SEEN, rulesWithout),
];
const ofRules = own.filter(({ set }) => set === OF_RULES);
const kinds = [...all, ...tries(ofRules, "", SEEN, rulesWithout)];
const calibration = measured(all, kinds);
writeFileSync(INTO, source(calibration));
report();

function measured(some: readonly Try[], kinds: readonly Try[]): Calibration {
  const rows = some.map(({ line, weight }) => {
    const terms = termsOf(line.clues);
    return { terms: TERMS.map((name) => terms[name]), right: line.right, weight };
  });
  const found = logistic(rows);
  const weights = Object.fromEntries(
    TERMS.map((name, index) => [name, rounded(found[index] ?? 0)]),
  ) as Weights;
  return {
    weights,
    line: isotonic(some.map(({ line }) => ({ raw: clarityOf(line.clues, weights), right: line.right }))),
    kind: isotonic(kinds.flatMap(({ kind }) => kind ?? [])),
  };
}

/** Every log in which something is found, with the rules that are left of all. */
function tries(
  cases: readonly Case[],
  from: string,
  weight: number,
  without: ((of: Case) => ReturnType<typeof rulesWithout>) | null,
): Try[] {
  return cases.flatMap((of) => {
    const rules = without?.(of) ?? undefined;
    if (without !== null && rules === undefined) return [];
    const kind = { ...calibrationNow(), kind: AS_IS };
    const options = { compare: true, calibration: kind, ...(rules === undefined ? {} : { rules }) };
    const { top1, category, categoryConfidence, reading } = score(of, options);
    const [primary] = reading.findings;
    if (primary === undefined) return [];
    const isKnown = top1 && category !== null && categoryConfidence !== null;
    return {
      ...{ log: of.id, from, weight },
      line: { clues: primary.clues, right: top1 },
      kind: isKnown ? { raw: categoryConfidence, right: category } : null,
    };
  });
}

function calibrationNow(): Calibration {
  return { weights: Object.fromEntries(TERMS.map((name) => [name, 0])) as Weights, line: AS_IS, kind: AS_IS };
}

/** Logs of one repository fail alike: they are left out together. */
function foldOf({ log }: Try): number {
  const name = log.includes("/") ? log.slice(0, log.lastIndexOf("/")) : log;
  return [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % FOLDS;
}

function report(): void {
  const held = Array.from({ length: FOLDS }, (_, fold) => {
    const rest = (some: readonly Try[]) => some.filter((one) => foldOf(one) !== fold);
    const { weights, line, kind } = measured(rest(all), rest(kinds));
    return all
      .filter((one) => foldOf(one) === fold)
      .map((one) => ({
        from: one.from,
        line: { said: calibrated(clarityOf(one.line.clues, weights), line), right: one.line.right },
        kind: one.kind && { said: calibrated(one.kind.raw, kind), right: one.kind.right },
      }));
  }).flat();
  console.log(`${all.length} readings; of those left out:`);
  for (const from of new Set(all.map((one) => one.from))) {
    const some = held.filter((one) => one.from === from);
    console.log(`  ${from}: lines ${sure(some.map(({ line }) => line))}`);
    console.log(`  ${from}: kinds ${sure(some.flatMap(({ kind }) => kind ?? []))}`);
  }
}

function sure(some: readonly { said: number; right: boolean }[]): string {
  const those = some.filter(({ said }) => said >= SURE);
  const wrong = those.filter(({ right }) => !right).length;
  return `${those.length} of ${some.length} said at ${SURE} or more, ${wrong} of these wrong`;
}

function source({ weights, line, kind }: Calibration): string {
  return `/**
 * What \`scripts/calibrate.ts\` measured: how much each clue counts, and of findings that stand out so clearly (\`raw\`)
 * the share that was right. Written by it from ${all.length} readings; not to be edited.
 */
export type Mark = { raw: number; share: number };
/** How much each clue counts, in log-odds. */
export type Weights = Record<
  "base" | "evidence" | "known" | "strength" | "lead" | "alone" | "unfit" | "vague" | "faint",
  number
>;
export type Calibration = { weights: Weights; line: readonly Mark[]; kind: readonly Mark[] };

export const CALIBRATION: Calibration = {
  weights: {
${TERMS.map((name) => `    ${name}: ${weights[name]},`).join("\n")}
  },
  line: [
${rows(line)}
  ],
  kind: [
${rows(kind)}
  ],
};
`;
}

function rows(marks: readonly Mark[]): string {
  return marks.map(({ raw, share }) => `    { raw: ${raw}, share: ${share} },`).join("\n");
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
