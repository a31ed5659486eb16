import type { OperationUse } from "#core/documents/executions/operations.ts";
import { categoryWord } from "#core/failures/category-word.ts";
import { bytes, count, duration, money, percent, tokens, UNKNOWN } from "#core/format.ts";
import type { AgentResult } from "#core/records/analysis.ts";
import type { AgentStep, Execution } from "#core/records/execution.ts";
import { type Column, figure, type Part, words } from "#core/render/columns/column.ts";
import { printableLine, said } from "#core/render/printable.ts";
import { endedAs } from "#core/render/words/ended.ts";
import { share } from "#core/render/words/figure-text.ts";
import { OPERATION_WORDS, STEP_WORDS } from "#core/render/words/operation.ts";

const seconds = (milliseconds: number | null) => (milliseconds === null ? null : milliseconds / 1000);

/** Agents' work by its kind. */
export const OPERATIONS: readonly Column<OperationUse>[] = [
  words("Operation", (row) => OPERATION_WORDS[row.operation], "name"),
  figure("Steps", (row) => row.steps),
  { heading: "Time", kind: "share", value: (row) => row.seconds, text: (row) => duration(row.seconds) },
  figure("Tokens", (row) => row.tokens, tokens),
  figure("Cost", (row) => row.cost_nano_usd, money),
  { heading: "Errors", kind: "figure", value: (row) => row.errors.value, text: (row) => share(row.errors) },
];

/** What is estimated and in no sum has its mark. */
const about = (isEstimate: boolean, value: number | null, show: (value: number | null) => string) =>
  `${isEstimate && value !== null ? "~" : ""}${show(value)}`;

/** What a step belongs to, and how its provider finds it again. */
function aboutStep({ parent, request_id }: AgentStep): Part[] | null {
  const reported: Part[] = [
    ...(parent === null ? [] : [{ text: `started by #${count(parent)}` }]),
    ...(request_id === null ? [] : [{ text: printableLine(request_id), mono: true as const }]),
  ];
  return reported.length === 0 ? null : reported;
}

/** Of a step, where any of them tells it. */
const STEP_SIZES: readonly Column<AgentStep>[] = [
  figure("In", (row) => row.input_bytes, bytes),
  figure("Out", (row) => row.output_bytes, bytes),
  figure("Memory", (row) => row.memory_bytes, bytes),
  {
    heading: "Context",
    kind: "figure",
    value: (row) => row.context?.share ?? null,
    text: ({ context }) => percent(context?.share ?? null),
    below: ({ context }) => (context?.tokens == null ? null : `${tokens(context.tokens)} tokens`),
  },
];

/** The agent's loop, in order, with what is told of its steps. */
export function stepColumns(steps: readonly AgentStep[]): Column<AgentStep>[] {
  const isReported = ({ value, below }: Column<AgentStep>) =>
    steps.some((step) => value(step) !== null || (below?.(step) ?? null) !== null);
  return [...AGENT_STEPS, ...STEP_SIZES.filter(isReported)];
}

const AGENT_STEPS: readonly Column<AgentStep>[] = [
  { ...figure<AgentStep>("#", (row) => row.index), muted: true },
  figure("Turn", (row) => row.turn),
  words("Kind", (row) => STEP_WORDS[row.kind]),
  words("Operation", (row) => OPERATION_WORDS[row.operation]),
  {
    heading: "Name",
    kind: "name",
    value: (row) => row.name ?? row.model,
    text: (row) => printableLine(row.name ?? row.model ?? ""),
    below: aboutStep,
  },
  {
    heading: "End",
    kind: "status",
    value: (row) => (row.status === "unknown" ? null : row.status),
    ended: (row) => (row.status === "unknown" ? null : endedAs(row.status)),
    below: (row) => row.error_type && categoryWord(row.error_type),
  },
  {
    heading: "Prompt",
    kind: "figure",
    value: (row) => row.prompt,
    text: (row) => about(row.tokens_estimated, row.prompt, tokens),
  },
  {
    heading: "Answer",
    kind: "figure",
    value: (row) => row.completion,
    text: (row) => about(row.tokens_estimated, row.completion, tokens),
  },
  {
    heading: "Took",
    kind: "figure",
    value: (row) => row.duration_ms,
    text: (row) => about(row.time_estimated, seconds(row.duration_ms), duration),
  },
];

export const TOOL_CALLS: readonly Column<Execution["tools"][number]>[] = [
  {
    heading: "Tool",
    kind: "name",
    value: (row) => row.name,
    text: (row) => printableLine(row.name),
    below: (row) => row.server && printableLine(row.server),
  },
  words("Operation", (row) => OPERATION_WORDS[row.operation]),
  {
    heading: "End",
    kind: "words",
    value: (row) => row.status,
    below: ({ error, error_type }) => (error ? printableLine(error) : error_type && categoryWord(error_type)),
  },
  figure("Calls", (row) => row.calls),
  figure("Took", (row) => seconds(row.duration_ms), duration),
  figure("In", (row) => row.input_bytes, bytes),
  figure("Out", (row) => row.output_bytes, bytes),
  {
    heading: "Outside",
    kind: "words",
    value: (row) => row.external?.host ?? null,
    text: ({ external }) =>
      external === null ? "" : `${printableLine(external.host)} ${external.status_code ?? ""}`.trim(),
  },
];

/** What a policy allowed, refused or changed, and what was done. */
type Deed = { name: string | null; about: string | null; tool: string | null; result: string; count: number };

export function deedsOf({ decisions, actions }: Execution): Deed[] {
  return [
    ...decisions.map(({ policy_id, reason, ...one }) => ({ ...one, name: policy_id, about: reason })),
    ...actions.map(({ type, count }) => ({ name: type, about: null, tool: "", result: "done", count })),
  ];
}

export const DEEDS: readonly Column<Deed>[] = [
  {
    heading: "Rule or action",
    kind: "name",
    value: (row) => row.name,
    text: (row) => said(row.name),
    below: (row) => row.about && printableLine(row.about),
  },
  words("Tool", (row) => row.tool && printableLine(row.tool)),
  words("Result", (row) => row.result),
  figure("Count", (row) => row.count),
];

type Evaluation = Execution["evals"][number];

function answerOf({ label, passed, kind }: Evaluation): string | null {
  if (label !== null) return printableLine(label);
  if (passed === null) return null;
  return passed ? "passed" : kind === "guardrail" ? "violation" : "failed";
}

export const EVALUATIONS: readonly Column<Evaluation>[] = [
  words("Name", (row) => printableLine(row.name), "name"),
  words("Kind", (row) => row.kind),
  { heading: "Score", kind: "figure", value: (row) => row.score },
  words("Answer", answerOf),
];

type Metric = Execution["metrics"][number];

export const OWN_METRICS: readonly Column<Metric>[] = [
  words("Name", (row) => printableLine(row.name), "name"),
  words("Kind", (row) => row.kind),
  {
    heading: "Value",
    kind: "figure",
    value: (row) => row.value,
    text: ({ value, unit }) => `${value}${unit === null ? "" : ` ${printableLine(unit)}`}`,
  },
  figure("n", (row) => row.count),
];

const dollars = (usd: number | null) => (usd === null ? UNKNOWN : `$${usd.toFixed(usd < 1 ? 4 : 2)}`);

/** What agents print about themselves at the end of their work: their word, not a bill. */
export const AGENT_RESULTS: readonly Column<AgentResult>[] = [
  words("Agent", (row) => printableLine(row.agent), "name"),
  words("Model", (row) => row.model && printableLine(row.model), "code"),
  words("Ended", ({ is_error }) => (is_error === null ? null : is_error ? "with an error" : "well")),
  figure("Cost, reported", (row) => row.cost_usd, dollars),
  figure("Turns", (row) => row.turns),
  figure("Tokens", (row) => row.tokens_total),
  figure("Denials", (row) => row.permission_denials),
  figure("Time", (row) => seconds(row.duration_ms), duration),
];
