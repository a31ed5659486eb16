import type { Component } from "#core/records/token-usage.ts";
import { type ClaudeCounts, claudeCounts, promptOf } from "#core/telemetry/importers/claude/counts.ts";
import { type LooseObject, objectsAt, textAt } from "#core/telemetry/loose-json.ts";

/** One time that a model was asked within a call. `component`: null is what the call itself is for. */
export type ClaudeIteration = ClaudeCounts & { model: string | null; component: Component | null };

/** A call takes a handful; a forged one any number. */
const MOST = 100;
const COMPONENTS: readonly [RegExp, Component][] = [
  [/advisor/, "advisor"],
  [/compact/, "compaction"],
];

/**
 * `usage.iterations`: how often models were asked within one call. The call's own counts hold those of type `message`
 * and leave the others out, unless they already add up to all of them.
 */
export function iterationsOf(
  usage: LooseObject,
  reported: ClaudeCounts,
  clean: (reported: unknown) => string | null,
): { within: ClaudeIteration[]; besides: ClaudeIteration[] } {
  const all = objectsAt(usage, "iterations").slice(0, MOST);
  const [own, other] = [all.filter(isOwn), all.filter((one) => !isOwn(one))];
  const iteration = (one: LooseObject): ClaudeIteration => ({
    ...claudeCounts(one),
    model: clean(one["model"]),
    component: COMPONENTS.find(([pattern]) => pattern.test(textAt(one, "type") ?? ""))?.[1] ?? null,
  });
  const [within, besides] = [own.map(iteration), other.map(iteration)];
  if (isSum([...within, ...besides], reported)) return { within: [...within, ...besides], besides: [] };
  // Running guesses: what does not add up to the call cannot be split into its parts.
  return { within: isSum(within, reported) ? within : [], besides };
}

function isOwn(iteration: LooseObject): boolean {
  return (textAt(iteration, "type") ?? "message") === "message";
}

function isSum(parts: readonly ClaudeCounts[], reported: ClaudeCounts): boolean {
  const sum = (of: (counts: ClaudeCounts) => number) => parts.reduce((all, part) => all + of(part), 0);
  return sum(promptOf) === promptOf(reported) && sum(({ output }) => output) === reported.output;
}
