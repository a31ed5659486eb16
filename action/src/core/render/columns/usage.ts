import type { Line } from "#core/attempts/ledger.ts";
import { bytes, count, money, UNKNOWN } from "#core/format.ts";
import type { UsageCost } from "#core/pricing/cost.ts";
import type { Resources } from "#core/records/resources.ts";
import { type Column, figure, words } from "#core/render/columns/column.ts";
import { printableLine, said } from "#core/render/printable.ts";
import { COMPONENT_WORDS } from "#core/render/words/operation.ts";
import { plus } from "#core/statistics/distribution.ts";

/** Tokens of a model at one tier, or calls of a paid service. */
type Row = { tokens: UsageCost; call: null } | { tokens: null; call: Line };

export function usageRows(usage: readonly UsageCost[], calls: readonly Line[]): Row[] {
  return [
    ...usage.map((tokens) => ({ tokens, call: null })),
    ...calls.map((call) => ({ tokens: null, call })),
  ];
}

/** Calls have no tokens, so nothing of them is unknown. */
function ofTokens(heading: string, value: (used: UsageCost) => number | null, show = count): Column<Row> {
  return {
    heading,
    kind: "figure",
    value: (row) => row.tokens && value(row.tokens),
    text: (row) => (row.tokens === null ? "" : show(value(row.tokens))),
  };
}

const priced = ({ nano_usd, parts }: UsageCost, ...classes: (keyof UsageCost["parts"])[]) =>
  nano_usd === null ? null : classes.reduce((sum, name) => sum + parts[name], 0);

function componentWord({ component }: UsageCost["usage"]): string | null {
  return component && COMPONENT_WORDS[component];
}

function requestsOrFee({ fee, requests }: UsageCost["usage"]): string {
  return fee ? `${count(fee.count)} × ${printableLine(fee.kind).replaceAll("_", " ")}` : count(requests);
}

export const USAGE: readonly Column<Row>[] = [
  {
    heading: "Model",
    kind: "name",
    value: ({ tokens, call }) => (tokens === null ? call.item : tokens.usage.model),
    text: ({ tokens, call }) => said(tokens === null ? call.item : tokens.usage.model),
    below: ({ tokens }) =>
      tokens === null
        ? "paid service"
        : [tokens.usage.provider, tokens.usage.tier, componentWord(tokens.usage), tokens.usage.request_id]
            .flatMap((text) => (text === null ? [] : printableLine(text)))
            .join(", "),
  },
  {
    heading: "Requests, fees",
    kind: "figure",
    value: ({ tokens, call }) => (tokens === null ? call.n : tokens.usage.requests),
    text: ({ tokens, call }) => (tokens === null ? count(call.n) : requestsOrFee(tokens.usage)),
  },
  ofTokens("Prompt", ({ usage }) => usage.prompt ?? usage.total),
  ofTokens("From cache", ({ usage }) => usage.cache_read),
  ofTokens("To cache", ({ usage }) => plus(usage.cache_write_5m, usage.cache_write_1h)),
  ofTokens("Answer", ({ usage }) => usage.completion),
  ofTokens("Reasoning", ({ usage }) => usage.reasoning),
  ofTokens("Prompt cost", (used) => priced(used, "input", "unsplit"), money),
  ofTokens("Cache cost", (used) => priced(used, "cache_read", "cache_write_5m", "cache_write_1h"), money),
  ofTokens("Answer cost", (used) => priced(used, "output", "reasoning"), money),
  figure("Cost", ({ tokens, call }) => (tokens === null ? call.amount_nano_usd : tokens.nano_usd), money),
  words("Rests on", ({ tokens }) => (tokens === null ? "your price" : printableLine(tokens.why))),
];

type Sampled = NonNullable<Resources["cpu_percent"]>;
type Resource = { name: string; sample: Sampled; show: (value: number) => string };

/** What was sampled of an execution. */
export function resourceRows(resources: Resources | null): Resource[] {
  const share = (value: number) => `${value.toFixed(0)} %`;
  const row = (name: string, sample: Sampled | null | undefined, show: Resource["show"]) =>
    sample == null ? [] : [{ name, sample, show }];
  return [
    ...row("CPU of the runner", resources?.cpu_percent, share),
    ...row("Memory of the runner", resources?.memory_bytes, bytes),
    ...row("Disk of the runner", resources?.disk_used_bytes, bytes),
    ...row("Memory of the agent", resources?.process_memory_bytes, bytes),
    ...row("CPU of the agent, of one core", resources?.process_cpu_percent, share),
  ];
}

const perMinute = ({ sample: { slope }, show }: Resource) =>
  slope === null ? UNKNOWN : `${slope < 0 ? "−" : "+"}${show(Math.abs(slope))}`;

export const RESOURCES: readonly Column<Resource>[] = [
  words("What", (row) => row.name, "name"),
  {
    heading: "Peak",
    kind: "figure",
    value: (row) => row.sample.peak,
    text: (row) => row.show(row.sample.peak),
  },
  {
    heading: "Mean",
    kind: "figure",
    value: (row) => row.sample.mean,
    text: (row) => row.show(row.sample.mean),
  },
  { heading: "Per minute", kind: "figure", value: (row) => row.sample.slope, text: perMinute },
];
