import type { Policy } from "#core/config/policies.ts";
import type { PoliciesDocument } from "#core/documents/policies/policies.ts";
import type { StoppedRow } from "#core/documents/policies/rows.ts";
import { count, moment, plural } from "#core/format.ts";
import type { CaseResult } from "#core/policies/cases.ts";
import { versionOf } from "#core/policies/evaluate.ts";
import { KEY_NAMES, KEYS } from "#core/policies/keys.ts";
import { limitText } from "#core/policies/limit-text.ts";
import { notesOn } from "#core/policies/notes.ts";
import { type Column, headed, words } from "#core/render/columns/column.ts";
import { POLICIES, STOPPED } from "#core/render/columns/policies.ts";
import { cell, columnGrid, painter } from "#core/render/terminal-grid.ts";
import { whenJudged } from "#core/render/words/policy.ts";

/** Each case, those that fail with what was expected and why it came otherwise. */
export function casesText(
  { results, untested }: { results: readonly CaseResult[]; untested: readonly string[] },
  file: string,
  colour: boolean,
): string {
  const paint = painter(colour);
  const lines = results.map(({ name, policy, line, problem }) => {
    const title = cell(policy === null ? name : `${policy}: ${name}`, 160);
    if (problem === null) return `${paint("green", "PASS")} ${title}`;
    return `${paint("red", "FAIL")} ${title}\n     ${cell(problem, 400)}\n     ${paint("grey", `${file}:${line}`)}`;
  });
  const failing = results.filter(({ problem }) => problem !== null).length;
  const without = untested.length === 0 ? "" : ` Without a case: ${untested.join(", ")}.`;
  return [
    ...lines,
    "",
    `${plural(results.length, "case")}: ${results.length - failing} pass, ${failing} fail.${without}`,
  ].join("\n");
}

/** `policy` stands at its first key only. */
type Requirement = { policy: Policy | null; key: (typeof KEY_NAMES)[number]; limit: string };

const REQUIREMENTS: readonly Column<Requirement>[] = [
  words("Policy", ({ policy }) => policy?.id ?? ""),
  words("Mode, otherwise", ({ policy }) => (policy === null ? "" : `${policy.mode}, ${policy.otherwise}`)),
  words("Version", ({ policy }) => (policy === null ? "" : versionOf(policy))),
  words("Key", ({ key }) => key),
  words("What may be", ({ limit }) => limit),
  words("Judged", ({ key }) => whenJudged(KEYS[key].judged)),
];

/** Every policy with its keys, when each is judged, and what does less than it looks. */
export function checkText(policies: readonly Policy[], file: string): string {
  if (policies.length === 0) return `${file} has no policies.`;
  const rows = policies.flatMap((policy) =>
    KEY_NAMES.filter((key) => policy.require[key] !== undefined).map((key, index) => ({
      policy: index === 0 ? policy : null,
      key,
      limit: limitText(policy.require[key]),
    })),
  );
  const notes = policies.flatMap((policy) => notesOn(policy).map((note) => `${policy.id}: ${note}`));
  return [
    columnGrid(REQUIREMENTS, rows, { paint: painter(false) }),
    ...notes,
    `${count(policies.length)} ${policies.length === 1 ? "policy" : "policies"} in ${file}, all valid.`,
  ].join("\n\n");
}

const MOST_RUNS = 200;

const SIMULATED = headed(POLICIES, [
  "Policy",
  "Judged",
  "Would block",
  "Would escalate",
  "Succeeded all the same",
  "Merged",
  "Unknown before",
  "Broken",
]);
const STOPPED_WORKS: readonly Column<StoppedRow>[] = [
  // By its id, as other commands take it.
  words("Run", ({ run_id, run_attempt }) => (run_attempt === 1 ? `${run_id}` : `${run_id}/${run_attempt}`)),
  ...headed(STOPPED, ["When", "Workflow", "Agent", "Ended", "Merged", "Answer", "Why"]),
];

/** What a guard would have stopped, policy by policy and run by run, and what of it succeeded all the same. */
export function simulatedText({ from, to, works, policies, stopped }: PoliciesDocument): string {
  const rows = stopped.rows.slice(0, MOST_RUNS);
  const paint = painter(false);
  const total = stopped.rows.length + stopped.left_out;
  const succeeded = stopped.rows.filter((row) => row.succeeded).length;
  return [
    ...(policies.length === 0 ? [] : [columnGrid(SIMULATED, policies, { paint })]),
    ...(rows.length === 0 ? [] : [columnGrid(STOPPED_WORKS, rows, { paint })]),
    ...(total > rows.length
      ? [`${count(total - rows.length)} more: --format json has the newest ${count(stopped.rows.length)}.`]
      : []),
    `${plural(works, "work")} of agents from ${moment(from)} to ${moment(to)}; if every policy were enforced, ${count(total)} would have been stopped, of which ${count(succeeded)} succeeded all the same.`,
  ].join("\n\n");
}
