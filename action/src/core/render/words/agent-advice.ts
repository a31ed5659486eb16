import { count, money, percent, plural, tokens } from "#core/format.ts";
import type { AdviceBy } from "#core/render/words/advice.ts";

const ofAgent = ({ agent }: { agent: string }) => ({ subject: agent, link: "costs/30d/#agents" });

export const AGENT_ADVICE: AdviceBy<
  | "failed-spend"
  | "idle-executions"
  | "long-executions"
  | "context-nearly-full"
  | "cache-misses"
  | "reruns"
  | "model-retries"
> = {
  "failed-spend": ({ failed, n, share, saving_nano_usd, ...of }) => ({
    ...ofAgent(of),
    advice: `Find out why ${of.agent} fails: its failed executions are paid for too.`,
    evidence: `${count(failed)} of ${plural(n, "execution")} failed and cost ${money(saving_nano_usd)}, ${percent(share)} of its tokens' cost.`,
    basis: "At most: all that failed executions cost.",
  }),
  "idle-executions": ({ idle, n, saving_nano_usd, ...of }) => ({
    ...ofAgent(of),
    advice: `Start ${of.agent} less often, or check for work before it starts.`,
    evidence: `${count(idle)} of ${plural(n, "execution")} said there was nothing to do; they cost ${money(saving_nano_usd)}.`,
    basis: "What those executions cost.",
  }),
  "long-executions": ({ long, n, median_turns, ...of }) => ({
    ...ofAgent(of),
    advice: `Limit the turns of ${of.agent}, or split its large tasks: a few executions take most of the cost.`,
    evidence: `${plural(long, "execution")} of ${count(n)} took more than twice the median of ${count(median_turns)} turns.`,
    basis: "At most: what they cost above the agent's median execution.",
  }),
  "context-nearly-full": ({ full, n, ...of }) => ({
    ...ofAgent(of),
    advice: `Trim or summarise what ${of.agent} carries along: its prompts come near the model's window.`,
    evidence: `In ${count(full)} of ${plural(n, "execution")} the largest prompt filled at least 80 % of the window.`,
    basis: "Not estimated: what could be left out is not known.",
  }),
  "cache-misses": ({ hits, prompt_tokens, saving_nano_usd, ...of }) => ({
    ...ofAgent(of),
    advice: `Keep the beginning of ${of.agent}'s prompts the same (instructions and tools first), so that the provider's cache can serve it.`,
    evidence: `The cache served ${percent(hits)} of ${tokens(prompt_tokens)} prompt tokens.`,
    basis:
      saving_nano_usd === null
        ? "Not estimated: no cached token of it has a price."
        : "Its own prices of fresh and cached tokens, if the cache served 60 % of them.",
  }),
  reruns: ({ reruns, n, saving_nano_usd, ...of }) => ({
    ...ofAgent(of),
    advice: `Look at why runs of ${of.agent} are started again.`,
    evidence: `${count(reruns)} of ${plural(n, "execution")} were in attempts after the first; they cost ${money(saving_nano_usd)}.`,
    basis: "At most: what those attempts cost.",
  }),
  "model-retries": ({ retries, n, ...of }) => ({
    ...ofAgent(of),
    advice: `Spread ${of.agent}'s executions over time, or ask for a higher rate limit: it often has to ask a model again.`,
    evidence: `${plural(retries, "request")} repeated in ${plural(n, "execution")} that tell, ${(retries / n).toFixed(1)} each.`,
    basis: "Not estimated: what the waiting cost is not told.",
  }),
};
