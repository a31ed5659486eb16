import type { AgentWork } from "#core/telemetry/importers/agent-work.ts";

const LINE = /^\[[a-z]+-harness\] (\d{4}-\d\d-\d\dT[\d:.]+Z) (.{1,2000})/;
/** What the firewall's proxy answers an agent that has used up what it may. */
const GUARDS =
  /\b(?:ai_credits_limit_exceeded|effective_tokens_limit_exceeded|max_runs_exceeded|max_cache_misses_exceeded|permission_denied_limit_exceeded|model_multiplier_cap_exceeded)\b/;

/** The words around an agent in gh-aw's log: tries, how they ended, and limits. */
export function tellHarness(work: AgentWork, line: string): void {
  const guard = GUARDS.exec(line.slice(0, 4000))?.[0];
  const [, time, words] = LINE.exec(line) ?? [];
  const at = time === undefined ? null : Date.parse(time);
  if (guard !== undefined) work.limit(guard, "exceeded", at);
  if (words === undefined || at === null || Number.isNaN(at)) return;
  work.seen(at);
  const { facts } = work.draft;
  if (/^retry \d+\/\d+:/.test(words)) work.retried();
  const flags = [...words.matchAll(/\bis([A-Z]\w+)=true/g)].map(([, flag]) => flag ?? "");
  if (/^attempt \d+ failed:/.test(words)) facts.error_type = null;
  if (/^attempt \d+ failed:/.test(words)) work.failed("failure", flags.join(" ") || null, guard ?? null);
  const [, code] = /^done: exitCode=(-?\d+)/.exec(words) ?? [];
  if (code !== undefined && code !== "0") work.failed("failure", guard ?? null, `exit code ${code}`);
  if (code === "0" || /^success on attempt/.test(words))
    Object.assign(facts, { status: "success", error_type: null, error_message: null });
}
