import type { Policy } from "#core/config/policies.ts";
import type { PoliciesDocument } from "#core/documents/policies/policies.ts";
import { count, moment, plural } from "#core/format.ts";
import { wordOf } from "#core/outcome.ts";
import type { CaseResult } from "#core/policies/cases.ts";
import { versionOf } from "#core/policies/evaluate.ts";
import { KEY_NAMES, KEYS } from "#core/policies/keys.ts";
import { limitText } from "#core/policies/limit-text.ts";
import { notesOn } from "#core/policies/notes.ts";
import { cell, grid, painter } from "#core/render/terminal-grid.ts";
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

/** Every policy with its keys, when each is judged, and what does less than it looks. */
export function checkText(policies: readonly Policy[], file: string): string {
  if (policies.length === 0) return `${file} has no policies.`;
  const rows = policies.flatMap((policy) =>
    KEY_NAMES.filter((key) => policy.require[key] !== undefined).map((key, index) => [
      index === 0 ? policy.id : "",
      index === 0 ? `${policy.mode}, ${policy.otherwise}` : "",
      index === 0 ? versionOf(policy) : "",
      key,
      cell(limitText(policy.require[key]), 60),
      whenJudged(KEYS[key].judged),
    ]),
  );
  const notes = policies.flatMap((policy) => notesOn(policy).map((note) => `${policy.id}: ${note}`));
  return [
    grid(["Policy", "Mode, otherwise", "Version", "Key", "What may be", "Judged"], rows),
    ...notes,
    `${count(policies.length)} ${policies.length === 1 ? "policy" : "policies"} in ${file}, all valid.`,
  ].join("\n\n");
}

const MOST_RUNS = 200;

/** What a guard would have stopped, policy by policy and run by run, and what of it succeeded all the same. */
export function simulatedText({ from, to, works, policies, stopped }: PoliciesDocument): string {
  const head = [
    "Policy",
    "Mode",
    "Judged",
    "Block",
    "Escalate",
    "Succeeded",
    "Merged",
    "Unknown",
    "Broken after",
  ];
  const table = policies.map((row) => [
    row.policy,
    row.mode,
    count(row.judged),
    count(row.would_block),
    count(row.would_escalate),
    count(row.stopped_succeeded),
    count(row.stopped_merged),
    count(row.unknown_before),
    count(row.broken),
  ]);
  const rows = stopped.rows
    .slice(0, MOST_RUNS)
    .map((row) => [
      row.run_attempt === 1 ? String(row.run_id) : `${row.run_id}/${row.run_attempt}`,
      moment(row.at),
      cell(row.workflow ?? "", 30),
      cell(row.agent ?? "", 24),
      row.succeeded ? (row.merged ? "succeeded, merged" : "succeeded") : wordOf(row),
      row.answer,
      cell(row.reason, 90),
    ]);
  const total = stopped.rows.length + stopped.left_out;
  const succeeded = stopped.rows.filter((row) => row.succeeded).length;
  return [
    ...(table.length === 0 ? [] : [grid(head, table)]),
    ...(rows.length === 0
      ? []
      : [grid(["Run", "Started", "Workflow", "Agent", "Ended", "Answer", "Why"], rows)]),
    ...(total > rows.length
      ? [`${count(total - rows.length)} more: --format json has the newest ${count(stopped.rows.length)}.`]
      : []),
    `${plural(works, "work")} of agents from ${moment(from)} to ${moment(to)}; if every policy were enforced, ${count(total)} would have been stopped, of which ${count(succeeded)} succeeded all the same.`,
  ].join("\n\n");
}
