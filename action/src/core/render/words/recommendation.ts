import type { Recommendation } from "#core/documents/recommendations/recommendation.ts";
import { duration, money } from "#core/format.ts";
import type { Advice, AdviceBy } from "#core/render/words/advice.ts";
import { AGENT_ADVICE } from "#core/render/words/agent-advice.ts";
import { MODEL_ADVICE } from "#core/render/words/model-advice.ts";
import { TOOL_ADVICE } from "#core/render/words/tool-advice.ts";

const ADVICE: AdviceBy<Recommendation["rule"]> = { ...MODEL_ADVICE, ...AGENT_ADVICE, ...TOOL_ADVICE };

export function adviceOn(one: Recommendation): Advice {
  // Each rule's own words, which TypeScript does not follow through a union.
  const words = ADVICE[one.rule] as (one: Recommendation) => Advice;
  return words(one);
}

/** `Up to $1.20 and 4m 10s in 30 days.`; null where nothing can be said to be saved. */
export function savingText({
  saving_nano_usd: nano,
  saving_seconds: seconds,
}: Recommendation): string | null {
  const parts = [nano ? money(nano) : null, seconds !== null && seconds >= 1 ? duration(seconds) : null];
  const known = parts.filter((part) => part !== null);
  return known.length === 0 ? null : `Up to ${known.join(" and ")} in 30 days.`;
}
