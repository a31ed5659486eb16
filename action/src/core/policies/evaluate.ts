import type { Policy, RequirementKey } from "#core/config/policies.ts";
import type { Config } from "#core/config.ts";
import {
  ANSWERS,
  type Answer,
  type Evidence,
  type Judgement,
  type PolicyDecision,
} from "#core/policies/decision.ts";
import type { PolicyFacts } from "#core/policies/facts.ts";
import { type Found, judgeKeys, KEYS, matcher } from "#core/policies/keys.ts";
import { limitText } from "#core/policies/limit-text.ts";
import { compare } from "#core/records/order.ts";
import { contentId } from "#core/sha256.ts";

/** What policies are made of; the same object that the configuration holds. */
export type PolicyRules = Pick<Config, "policies">;

/**
 * Holds policies against what is known of one agent's work in one run. The strongest answer of an enforced policy
 * counts: block, escalate, unknown, warn, allow. Of a run that is over none is stronger than `unknown`.
 */
export function evaluate({ policies }: PolicyRules, facts: PolicyFacts): PolicyDecision {
  const judgements = policies
    .flatMap((policy) => judgePolicy(policy, facts) ?? [])
    .sort((a, b) => strength(b.answer) - strength(a.answer) || compare(a.policy, b.policy));
  const deciding = judgements.find(({ mode }) => mode === "enforce") ?? null;
  const decided = deciding === null || deciding.answer === "allow" ? null : deciding;
  return {
    answer: deciding?.answer ?? "allow",
    known: facts.known,
    at: facts.at,
    policy: decided?.policy ?? null,
    version: decided?.version ?? null,
    reason: decided?.reason ?? "no policy has anything against it",
    evidence: decided?.evidence ?? [],
    judgements,
  };
}

/** 12 hex digits over all that a policy says, so that its version changes whenever it does. */
export function versionOf(policy: Policy): string {
  const version = VERSIONS.get(policy) ?? contentId(sorted(policy)).slice(0, 12);
  VERSIONS.set(policy, version);
  return version;
}

const VERSIONS = new WeakMap<Policy, string>();

/** The order in which a file has keys says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .sort(([a], [b]) => compare(a, b))
    .map(([key, held]) => [key, sorted(held)]);
}

function strength(answer: Answer): number {
  return ANSWERS.indexOf(answer);
}

/** Null: the policy is not about this run. */
function judgePolicy(policy: Policy, facts: PolicyFacts): Judgement | null {
  const about = isAbout(policy, facts);
  if (about === false) return null;
  const paused = facts.known === "before" ? pausedBy(policy, facts) : null;
  if (paused !== null) return paused;
  const found = judgeKeys(policy.require, facts);
  const breaks = found.filter(({ found: { state } }) => state === "broken");
  const missing = found.filter(({ found: { state } }) => state === "unknown");
  const answer = answerOf(policy, facts, { broken: breaks.length > 0, missing: missing.length > 0, about });
  const shown = answer === "allow" ? [] : [...breaks, ...missing];
  const evidence = shown.map(({ key, found }) => evidenceOf(policy, facts, key, found));
  return {
    ...base(policy),
    answer,
    reason: answer === "allow" ? "kept" : reasonOf(policy, evidence, about),
    evidence,
  };
}

function answerOf(
  { otherwise }: Policy,
  { known }: PolicyFacts,
  found: { broken: boolean; missing: boolean; about: boolean | null },
): Answer {
  if (!found.broken) return found.missing ? "unknown" : "allow";
  if (found.about === null) return "unknown";
  return known === "after" ? "warn" : otherwise;
}

/** Null: what it goes by is not known. */
function isAbout(
  { match }: Policy,
  { agent, workflow, workflow_file, event, branch }: PolicyFacts,
): boolean | null {
  const held = [
    holds(match.agents, [agent]),
    holds(match.workflows, [workflow, workflow_file, workflow_file?.split("/").at(-1) ?? null]),
    holds(match.events, [event]),
    holds(match.branches, [branch]),
  ];
  if (held.includes(false)) return false;
  return held.includes(null) ? null : true;
}

/** Whether any of what something is called fits; null where no name is known. */
function holds(patterns: readonly string[] | undefined, names: readonly (string | null)[]): boolean | null {
  if (patterns === undefined) return true;
  const known = names.filter((name) => name !== null);
  if (known.length === 0) return null;
  const only = patterns.every((pattern) => pattern.startsWith("!"));
  return only ? known.every(matcher(patterns)) : known.some(matcher(patterns));
}

function base(policy: Policy): Pick<Judgement, "policy" | "version" | "mode"> {
  return { policy: policy.id, version: versionOf(policy), mode: policy.mode };
}

function pausedBy(policy: Policy, facts: PolicyFacts): Judgement | null {
  if (policy.mode !== "enforce") return null;
  const own = base(policy);
  const pause = facts.pauses.find(
    (one) =>
      one.policy === policy.id &&
      one.version === own.version &&
      one.agent.toLowerCase() === facts.agent?.toLowerCase() &&
      one.until > facts.at,
  );
  if (pause === undefined) return null;
  const source = `run ${pause.run_id}`;
  return {
    ...own,
    answer: "block",
    reason: cut(`paused until ${pause.until}: run ${pause.run_id} broke it`, policy.reason),
    evidence: [{ key: "pause-hours", value: pause.until, limit: `${policy["pause-hours"]} h`, source }],
  };
}

function evidenceOf(policy: Policy, facts: PolicyFacts, key: RequirementKey, found: Found): Evidence {
  return {
    key,
    value: found.state === "broken" ? found.value : null,
    limit: limitText(policy.require[key]),
    source: sourceOf(key, facts),
  };
}

function sourceOf(key: RequirementKey, { known, declared_at }: PolicyFacts): string {
  const { from } = KEYS[key];
  if (from === "run") return "run";
  if (from === "used" && known === "after") return "telemetry";
  return declared_at ?? "workflow file";
}

function reasonOf({ reason }: Policy, evidence: readonly Evidence[], about: boolean | null): string {
  const said = evidence.map(({ key, value, limit }) =>
    value === null ? `${key} is not known` : `${key}: ${value} (allowed: ${limit})`,
  );
  const whether = about === null ? "whether it is about this run is not known; " : "";
  return cut(`${whether}${said.join("; ")}`, reason);
}

function cut(text: string, reason: string): string {
  const why = reason === "" ? "" : ` (${reason})`;
  return `${text.slice(0, 500 - why.length)}${why}`;
}
