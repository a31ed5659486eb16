import type { AgentRow } from "#core/documents/agents/agents.ts";
import type { Measure } from "#core/documents/agents/drift.ts";

/** What an agent is compared by, and the unit of its values. */
export const MEASURES: Record<Measure, { name: string; unit: "share" | "seconds" | "nano" | "tokens" }> = {
  success: { name: "Success rate", unit: "share" },
  duration: { name: "Median duration", unit: "seconds" },
  tokens: { name: "Median tokens of an execution", unit: "tokens" },
  cost: { name: "Median cost of an execution", unit: "nano" },
  tool_failures: { name: "Failed tool calls", unit: "share" },
};

type Verdicts = readonly Pick<AgentRow["drift"][number], "measure" | "verdict">[];

/** Whether an agent changed against the stretch before, in a sentence. */
export function agentDriftSentence(drift: Verdicts): string {
  if (drift.length === 0) return "The stretch before is not fully known: nothing to compare with.";
  if (drift.every(({ verdict }) => verdict === "too few"))
    return "Too few executions to tell whether anything changed.";
  const named = (wanted: "worse" | "better") =>
    drift
      .filter(({ verdict }) => verdict === wanted)
      .map(({ measure }) => MEASURES[measure].name.toLowerCase())
      .join(", ");
  const [worse, better] = [named("worse"), named("better")];
  if (worse === "" && better === "") return "Nothing changed beyond chance against the stretch before.";
  if (worse === "") return `Better than in the stretch before: ${better}.`;
  return `Worse than in the stretch before: ${worse}${better === "" ? "" : `; better: ${better}`}.`;
}
