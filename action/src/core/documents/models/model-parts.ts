import type { Invocation } from "#core/attempts/invocation.ts";
import type { Line } from "#core/attempts/ledger.ts";
import { entry } from "#core/entry.ts";

/** The share of one model in an invocation. */
export type Part = { key: string; provider: string | null; model: string | null; lines: readonly Line[] };

/** The lines of an invocation, by the model that answered; one that tells a model and no usage has a part without. */
export function partsOf(invocation: Invocation): Part[] {
  const { execution, lines } = invocation;
  if (execution === null) return [];
  const parts = new Map<string, { provider: string | null; model: string | null; lines: Line[] }>();
  const partOf = (provider: string | null, model: string | null) =>
    entry(parts, JSON.stringify([provider, model]), () => ({ provider, model, lines: [] }));
  for (const line of lines) if (line.usage !== null) partOf(line.provider, line.item).lines.push(line);
  if (parts.size === 0 && execution.model !== null) partOf(null, execution.model);
  return [...parts].map(([key, part]) => ({ key, ...part }));
}

/** An execution that used two models of one provider is one execution of it. */
export function byProvider(parts: readonly Part[]) {
  const merged = new Map<string | null, Part[]>();
  for (const part of parts) entry(merged, part.provider, () => []).push(part);
  return [...merged].map(([provider, own]) => ({
    provider,
    models: own.map(({ model }) => model),
    lines: own.flatMap(({ lines }) => lines),
  }));
}
