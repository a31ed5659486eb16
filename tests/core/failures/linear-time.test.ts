import { expect, it } from "vitest";
import { EVIDENCE } from "#core/failures/evidence.ts";
import { AGENT, BAD_JSON } from "#core/failures/kind-of.ts";
import { RULES } from "#core/failures/rules.ts";
import { SENSES } from "#core/failures/sense.ts";
import { SYMPTOMS } from "#core/failures/symptoms.ts";
import { TASKS } from "#core/failures/task.ts";
import { NAMES } from "#core/failures/walk.ts";
import { TOTALS } from "#core/logs/extract/coverage.ts";
import { METRICS_LINE } from "#core/logs/extract/metrics.ts";
import { BRANCHES, PULL_REQUESTS } from "#core/logs/extract/references.ts";
import { READINGS_OF_TIME } from "#core/logs/extract/resources.ts";
import { FAILING_TESTS } from "#core/logs/extract/test-names.ts";
import { SUMMARIES } from "#core/logs/extract/test-summaries.ts";
import { superlinear } from "../../linear-time.ts";

/** What every pattern sees at most of a line. */
const LONGEST_LINE = 2000;

const patternsOf = (rows: readonly { pattern: RegExp }[]) => rows.map(({ pattern }) => pattern);

const ROWS = 20;
const inRows = (patterns: readonly RegExp[]) =>
  Array.from({ length: Math.ceil(patterns.length / ROWS) }, (_, row) =>
    patterns.slice(row * ROWS, (row + 1) * ROWS),
  );

it.each([
  ...inRows(patternsOf(RULES)).map((some, row): [string, RegExp[]] => [`rules from ${row * ROWS}`, some]),
  ["blocks of rules", RULES.flatMap(({ block }) => [block?.before ?? [], block?.after ?? []].flat())],
  ["evidence", [...patternsOf(EVIDENCE), NAMES]],
  ["symptoms", patternsOf(SYMPTOMS)],
  [
    "kinds",
    [...SENSES.map(({ pattern }) => pattern), ...TASKS.map(({ pattern }) => pattern), AGENT, BAD_JSON],
  ],
  [
    "extractors",
    [
      ...patternsOf([...SUMMARIES, ...FAILING_TESTS, ...TOTALS, ...READINGS_OF_TIME]),
      ...PULL_REQUESTS,
      ...BRANCHES,
      METRICS_LINE,
    ],
  ],
])("is how long the patterns of %s take, however hostile the line", (_, patterns) => {
  expect(superlinear(patterns, LONGEST_LINE)).toEqual([]);
});
