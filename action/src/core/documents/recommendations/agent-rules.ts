import { NO_ESTIMATE, perAgent, type Rule } from "#core/documents/recommendations/rules.ts";
import { ENOUGH } from "#core/statistics/enough.ts";

/** A twentieth of an agent's money is worth a sentence. */
const LEAST_SHARE = 0.05;
/** What agents with a stable beginning of their prompts reach easily. */
const CACHE_TARGET = 0.6;

export const AGENT_RULES: readonly Rule[] = [
  perAgent("failed-spend", "cost", ({ agent, executions: n, failed, failedSpent, spent }) => {
    const share = spent === 0 ? 0 : failedSpent / spent;
    if (n < ENOUGH.agentAdvice || failed < ENOUGH.agentAdviceCases || share < LEAST_SHARE) return null;
    return { agent, n, failed, share, saving_nano_usd: failedSpent, saving_seconds: null };
  }),
  perAgent("idle-executions", "cost", ({ agent, executions: n, idle, idleSpent }) => {
    if (n < ENOUGH.agentAdvice || idle / n < 0.2) return null;
    return { agent, n, idle, saving_nano_usd: idleSpent, saving_seconds: null };
  }),
  perAgent("long-executions", "steps", ({ agent, executions: n, long, longExcess, spent, medianTurns }) => {
    const isFew = n < ENOUGH.agentAdvice || long < ENOUGH.agentAdviceCases;
    if (isFew || longExcess < spent * LEAST_SHARE) return null;
    return { agent, n, long, median_turns: medianTurns, saving_nano_usd: longExcess, saving_seconds: null };
  }),
  perAgent("context-nearly-full", "context", ({ agent, windowed: n, full }) => {
    if (n < ENOUGH.agentAdvice || full < ENOUGH.agentAdviceCases || full / n < 0.1) return null;
    return { agent, n, full, ...NO_ESTIMATE };
  }),
  perAgent("cache-misses", "context", (habits) => {
    const { agent, executions: n, prompt, cached, freshSpent, freshTokens, cachedSpent } = habits;
    const hits = prompt === 0 ? 1 : cached / prompt;
    if (n < ENOUGH.agentAdvice || prompt < 1_000_000 || hits >= 0.3) return null;
    const isPriced = cached > 0 && freshTokens > 0;
    const cheaper = isPriced ? Math.max(0, freshSpent / freshTokens - cachedSpent / cached) : null;
    const saved = cheaper === null ? null : Math.round((CACHE_TARGET - hits) * prompt * cheaper);
    return { agent, n, hits, prompt_tokens: prompt, saving_nano_usd: saved, saving_seconds: null };
  }),
  perAgent("reruns", "retries", ({ agent, executions: n, reruns, rerunSpent }) => {
    if (n < ENOUGH.agentAdvice || reruns < ENOUGH.agentAdviceCases || reruns / n < 0.1) return null;
    return { agent, n, reruns, saving_nano_usd: rerunSpent, saving_seconds: null };
  }),
  perAgent("model-retries", "retries", ({ agent, retries, retryTelling: n }) => {
    if (n < ENOUGH.agentAdvice || retries / n < 0.5) return null;
    return { agent, n, retries, ...NO_ESTIMATE };
  }),
];
