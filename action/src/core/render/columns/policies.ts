import { runLink } from "#core/addresses/paths.ts";
import type { Tally } from "#core/documents/policies/reported-decisions.ts";
import type {
  DecisionRow,
  DeclaredRow,
  PolicyRow,
  StoppedRow,
  ViolationRow,
  Work,
} from "#core/documents/policies/rows.ts";
import { count, UNKNOWN } from "#core/format.ts";
import { stateOf } from "#core/outcome.ts";
import type { Pause } from "#core/policies/facts.ts";
import type { Column } from "#core/render/columns/column.ts";
import { whereRun } from "#core/render/columns/where-run.ts";
import { printableLine, said } from "#core/render/printable.ts";
import { whenJudged } from "#core/render/words/policy.ts";

const tally = <Row>(name: string, heading: string, value: (row: Row) => number): Column<Row> => ({
  ...{ name, heading, kind: "figure", value },
  text: (row) => count(value(row)),
});

/** Each configured policy and what came of it. */
export const POLICIES: readonly Column<PolicyRow>[] = [
  {
    ...{ name: "policy", heading: "Policy", kind: "name" },
    value: ({ policy }) => policy,
    tags: ({ mode }) => [mode],
  },
  { name: "version", heading: "Version", kind: "code", value: ({ version }) => version },
  { name: "mode", kind: "words", value: ({ mode }) => mode },
  {
    ...{ name: "about", heading: "About", kind: "prose" },
    value: ({ about }) => about,
    text: ({ about }) => about ?? "every agent",
    below: ({ reason }) => reason || null,
  },
  { name: "otherwise", heading: "Otherwise", kind: "words", value: ({ otherwise }) => otherwise },
  {
    ...{ name: "requires", heading: "Requires", kind: "prose" },
    value: ({ requires }) => requires.map(({ key, limit }) => `${key}: ${limit}`).join("; "),
    parts: ({ requires }) =>
      requires.map(({ key, limit, judged }, index) => ({
        text: `${key}: ${limit} (${whenJudged(judged)})${index < requires.length - 1 ? ";" : ""}`,
      })),
  },
  tally("judged", "Judged", ({ judged }) => judged),
  tally("kept", "Kept", ({ kept }) => kept),
  {
    ...tally<PolicyRow>("broken", "Broken", ({ broken }) => broken),
    tone: ({ broken }) => (broken > 0 ? "worse" : null),
  },
  tally("unknown", "Unknown", ({ unknown }) => unknown),
  { name: "last_broken", heading: "Last broken", kind: "time", value: ({ last_broken }) => last_broken },
  tally("would_block", "Would block", ({ would_block }) => would_block),
  tally("would_escalate", "Would escalate", ({ would_escalate }) => would_escalate),
  tally("stopped_succeeded", "Succeeded all the same", ({ stopped_succeeded }) => stopped_succeeded),
  tally("stopped_merged", "Merged", ({ stopped_merged }) => stopped_merged),
  tally("unknown_before", "Unknown before", ({ unknown_before }) => unknown_before),
];

/** Where it was, for lists of agents' works. */
function works<Row extends Work>(): Column<Row>[] {
  return [
    ...whereRun<Row>(),
    {
      ...{ name: "agent", heading: "Agent", kind: "words" },
      value: ({ agent }) => agent,
      text: ({ agent }) => said(agent),
    },
  ];
}

export const VIOLATIONS: readonly Column<ViolationRow>[] = [
  {
    ...{ name: "policy", heading: "Policy", kind: "name" },
    value: ({ policy }) => policy,
    tags: ({ mode }) => [mode],
  },
  { name: "version", kind: "code", value: ({ version }) => version },
  { name: "mode", kind: "words", value: ({ mode }) => mode },
  ...works<ViolationRow>(),
  {
    ...{ name: "reason", heading: "Why", kind: "prose" },
    value: ({ reason }) => reason,
    text: ({ reason }) => printableLine(reason, 300),
  },
  {
    name: "evidence",
    kind: "code",
    value: ({ evidence }) => JSON.stringify(evidence),
  },
];

export const STOPPED: readonly Column<StoppedRow>[] = [
  {
    ...{ name: "policies", heading: "Policies", kind: "name" },
    value: ({ policies }) => policies.join(", "),
  },
  { name: "answer", heading: "Answer", kind: "words", value: ({ answer }) => answer },
  ...works<StoppedRow>(),
  {
    ...{ name: "conclusion", heading: "Ended", kind: "status" },
    value: stateOf,
    ended: (row) => row,
  },
  { name: "succeeded", kind: "words", value: ({ succeeded }) => succeeded },
  {
    ...{ name: "merged", heading: "Merged", kind: "words" },
    value: ({ merged }) => merged,
    text: ({ merged }) => (merged === null ? UNKNOWN : merged ? "yes" : "no"),
  },
  {
    ...{ name: "reason", heading: "Why", kind: "prose" },
    value: ({ reason }) => reason,
    text: ({ reason }) => printableLine(reason, 300),
  },
];

export const DECISIONS: readonly Column<DecisionRow>[] = [
  {
    ...{ name: "policy", heading: "Policy", kind: "name" },
    value: ({ policy }) => policy,
    text: ({ policy }) => said(policy),
  },
  {
    ...{ name: "result", heading: "Decided", kind: "words" },
    value: ({ result }) => result,
    text: ({ result }) => said(result),
    tone: ({ result }) => (result === "block" ? "worse" : null),
  },
  {
    ...{ name: "tool", heading: "About", kind: "words" },
    value: ({ tool }) => tool,
    text: ({ tool }) => said(tool),
  },
  tally("n", "Times", ({ n }) => n),
  ...works<DecisionRow>(),
  { name: "source", heading: "Told by", kind: "words", value: ({ source }) => source },
  { name: "reason", kind: "prose", value: ({ reason }) => reason },
];

/** What workflow files declare against a policy. */
export const DECLARED: readonly Column<DeclaredRow>[] = [
  {
    ...{ name: "policy", heading: "Policy", kind: "name" },
    value: ({ policy }) => policy,
    tags: ({ mode }) => [mode],
  },
  { name: "answer", heading: "Answer", kind: "words", value: ({ answer }) => answer },
  {
    ...{ name: "reason", heading: "Why", kind: "prose" },
    value: ({ reason }) => reason,
    text: ({ reason }) => printableLine(reason, 300),
  },
  { name: "agent", heading: "Agent", kind: "words", value: ({ agent }) => agent },
  {
    ...{ name: "path", heading: "Where", kind: "words" },
    value: ({ path }) => path,
    text: ({ path, line }) => printableLine(`${path.replace(/^\.github\/workflows\//, "")}:${line}`),
    title: ({ path }) => printableLine(path),
  },
  { name: "line", kind: "figure", value: ({ line }) => line },
];

/** What was decided in the name of each policy. */
export const TALLIES: readonly Column<Tally>[] = [
  {
    ...{ heading: "Policy", kind: "name" },
    value: ({ policy }) => policy,
    text: ({ policy }) => said(policy),
  },
  tally("allow", "Allow", ({ allow }) => allow),
  tally("warn", "Warn", ({ warn }) => warn),
  {
    ...tally<Tally>("block", "Block", ({ block }) => block),
    tone: ({ block }) => (block > 0 ? "worse" : null),
  },
  tally("escalate", "Escalate", ({ escalate }) => escalate),
  tally("other", "Other", ({ other }) => other),
];

export const PAUSES: readonly Column<Pause>[] = [
  { heading: "Agent", kind: "name", value: ({ agent }) => agent, text: ({ agent }) => said(agent) },
  { heading: "Policy", kind: "words", value: ({ policy }) => policy },
  { heading: "Until", kind: "moment", value: ({ until }) => until },
  {
    heading: "Broken by",
    kind: "words",
    value: ({ run_id }) => run_id,
    text: ({ run_id }) => `run ${run_id}`,
    link: ({ run_id }) => runLink(run_id),
  },
];
