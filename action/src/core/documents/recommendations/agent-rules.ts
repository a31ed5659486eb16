import { NO_ESTIMATE, perAgent, type Rule } from "#core/documents/recommendations/rules.ts";
import { count, money, percent, plural, tokens } from "#core/format.ts";
import { ENOUGH } from "#core/statistics/enough.ts";

/** A twentieth of an agent's money is worth a sentence. */
const LEAST_SHARE = 0.05;
/** What agents with a stable beginning of their prompts reach easily. */
const CACHE_TARGET = 0.6;

export const AGENT_RULES: readonly Rule[] = [
  perAgent("failed-spend", "cost", (agent) => {
    const share = agent.spent === 0 ? 0 : agent.failedSpent / agent.spent;
    if (
      agent.executions < ENOUGH.agentAdvice ||
      agent.failed < ENOUGH.agentAdviceCases ||
      share < LEAST_SHARE
    )
      return null;
    return {
      advice: `Find out why ${agent.agent} fails: its failed executions are paid for too.`,
      evidence: `${count(agent.failed)} of ${plural(agent.executions, "execution")} failed and cost ${money(agent.failedSpent)}, ${percent(share)} of its tokens' cost.`,
      n: agent.executions,
      saving_nano_usd: agent.failedSpent,
      saving_seconds: null,
      basis: "At most: all that failed executions cost.",
    };
  }),
  perAgent("idle-executions", "cost", (agent) => {
    if (agent.executions < ENOUGH.agentAdvice || agent.idle / agent.executions < 0.2) return null;
    return {
      advice: `Start ${agent.agent} less often, or check for work before it starts.`,
      evidence: `${count(agent.idle)} of ${plural(agent.executions, "execution")} said there was nothing to do; they cost ${money(agent.idleSpent)}.`,
      n: agent.executions,
      saving_nano_usd: agent.idleSpent,
      saving_seconds: null,
      basis: "What those executions cost.",
    };
  }),
  perAgent("long-executions", "steps", (agent) => {
    if (
      agent.executions < ENOUGH.agentAdvice ||
      agent.long < ENOUGH.agentAdviceCases ||
      agent.longExcess < agent.spent * LEAST_SHARE
    )
      return null;
    return {
      advice: `Limit the turns of ${agent.agent}, or split its large tasks: a few executions take most of the cost.`,
      evidence: `${plural(agent.long, "execution")} of ${count(agent.executions)} took more than twice the median of ${count(agent.medianTurns)} turns.`,
      n: agent.executions,
      saving_nano_usd: agent.longExcess,
      saving_seconds: null,
      basis: "At most: what they cost above the agent's median execution.",
    };
  }),
  perAgent("context-nearly-full", "context", (agent) => {
    if (
      agent.windowed < ENOUGH.agentAdvice ||
      agent.full < ENOUGH.agentAdviceCases ||
      agent.full / agent.windowed < 0.1
    )
      return null;
    return {
      advice: `Trim or summarise what ${agent.agent} carries along: its prompts come near the model's window.`,
      evidence: `In ${count(agent.full)} of ${plural(agent.windowed, "execution")} the largest prompt filled at least 80 % of the window.`,
      n: agent.windowed,
      ...NO_ESTIMATE,
      basis: "Not estimated: what could be left out is not known.",
    };
  }),
  perAgent("cache-misses", "context", (agent) => {
    const hits = agent.prompt === 0 ? 1 : agent.cached / agent.prompt;
    if (agent.executions < ENOUGH.agentAdvice || agent.prompt < 1_000_000 || hits >= 0.3) return null;
    const cheaper = agent.cached > 0 && agent.freshTokens > 0;
    const saved = cheaper
      ? (CACHE_TARGET - hits) *
        agent.prompt *
        Math.max(0, agent.freshSpent / agent.freshTokens - agent.cachedSpent / agent.cached)
      : null;
    return {
      advice: `Keep the beginning of ${agent.agent}'s prompts the same (instructions and tools first), so that the provider's cache can serve it.`,
      evidence: `The cache served ${percent(hits)} of ${tokens(agent.prompt)} prompt tokens.`,
      n: agent.executions,
      saving_nano_usd: saved === null ? null : Math.round(saved),
      saving_seconds: null,
      basis:
        saved === null
          ? "Not estimated: no cached token of it has a price."
          : "Its own prices of fresh and cached tokens, if the cache served 60 % of them.",
    };
  }),
  perAgent("reruns", "retries", (agent) => {
    if (
      agent.executions < ENOUGH.agentAdvice ||
      agent.reruns < ENOUGH.agentAdviceCases ||
      agent.reruns / agent.executions < 0.1
    )
      return null;
    return {
      advice: `Look at why runs of ${agent.agent} are started again.`,
      evidence: `${count(agent.reruns)} of ${plural(agent.executions, "execution")} were in attempts after the first; they cost ${money(agent.rerunSpent)}.`,
      n: agent.executions,
      saving_nano_usd: agent.rerunSpent,
      saving_seconds: null,
      basis: "At most: what those attempts cost.",
    };
  }),
  perAgent("model-retries", "retries", (agent) => {
    const each = agent.retryTelling === 0 ? 0 : agent.retries / agent.retryTelling;
    if (agent.retryTelling < ENOUGH.agentAdvice || each < 0.5) return null;
    return {
      advice: `Spread ${agent.agent}'s executions over time, or ask for a higher rate limit: it often has to ask a model again.`,
      evidence: `${plural(agent.retries, "request")} repeated in ${plural(agent.retryTelling, "execution")} that tell, ${each.toFixed(1)} each.`,
      n: agent.retryTelling,
      ...NO_ESTIMATE,
      basis: "Not estimated: what the waiting cost is not told.",
    };
  }),
];
