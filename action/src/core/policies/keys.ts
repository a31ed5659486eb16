import { clockText, isWithin } from "#core/calendar/opening-hours.ts";
import type { RequirementKey, Requirements } from "#core/config/policies.ts";
import { globs } from "#core/glob.ts";
import type { PolicyFacts } from "#core/policies/facts.ts";

/** What a key finds: kept; broken by a value; or unknown, because the fact is missing. */
export type Found = { state: "kept" } | { state: "unknown" } | { state: "broken"; value: string };

/**
 * When a key is judged. `before`: by the guard, and by the workflow file as it is: no record keeps its fact. `both`: also
 * when the run is over. `after`: its fact is known only then, so it can warn, raise an alert and pause the agent, and
 * never block that run.
 */
export type JudgedWhen = "before" | "both" | "after";

type Row<K extends RequirementKey> = {
  judged: JudgedWhen;
  /** Where its fact is from: the run, what a workflow file declares, or what was used and telemetry tells. */
  from: "run" | "declared" | "used";
  judge(required: NonNullable<Requirements[K]>, facts: PolicyFacts): Found;
};

const KEPT: Found = { state: "kept" };
const UNKNOWN: Found = { state: "unknown" };
const broken = (value: string): Found => ({ state: "broken", value: value.slice(0, 300) });

/**
 * Every key, when it is judged and where its fact is from: the only place that says so. Of `models` and `tools` what
 * the workflow declares is judged before, and what was used after the run.
 */
export const KEYS: { [K in RequirementKey]: Row<K> } = {
  agents: { judged: "both", from: "run", judge: (allowed, { agent }) => one(agent, allowed) },
  events: { judged: "both", from: "run", judge: (allowed, { event }) => one(event, allowed) },
  branches: { judged: "both", from: "run", judge: (allowed, { branch }) => one(branch, allowed) },
  actors: { judged: "both", from: "run", judge: (allowed, { actor }) => one(actor, allowed) },
  associations: {
    judged: "before",
    from: "run",
    judge: (allowed, { association }) => one(association, allowed),
  },
  hours: {
    judged: "both",
    from: "run",
    judge: (hours, { at, timezone }) =>
      isWithin([hours].flat(), at, timezone) ? KEPT : broken(clockText(at, timezone)),
  },
  "max-attempts": {
    judged: "both",
    from: "run",
    judge: (limit, { attempt }) => below(attempt, limit, false),
  },
  environments: {
    judged: "before",
    from: "declared",
    judge: (allowed, { environments }) => {
      if (environments === null) return UNKNOWN;
      return environments.some(matcher(allowed)) ? KEPT : broken(environments.join(", ") || "none");
    },
  },
  permissions: { judged: "before", from: "declared", judge: withinPermissions },
  pins: {
    judged: "before",
    from: "declared",
    judge: (_, { unpinned }) => {
      if (unpinned === null) return UNKNOWN;
      return unpinned.length === 0 ? KEPT : broken(unpinned.join(", "));
    },
  },
  models: {
    judged: "both",
    from: "used",
    judge: (allowed, { models, partial }) => every(models, allowed, partial.includes("models")),
  },
  tools: {
    judged: "both",
    from: "used",
    judge: (allowed, { tools, partial }) => every(tools, allowed, partial.includes("tools")),
  },
  "max-usd": {
    judged: "after",
    from: "used",
    judge: (limit, { usd, partial }) => below(usd, limit, partial.includes("usd")),
  },
  "max-turns": {
    judged: "after",
    from: "used",
    judge: (limit, { turns, partial }) => below(turns, limit, partial.includes("turns")),
  },
  "max-minutes": {
    judged: "after",
    from: "run",
    judge: (limit, { minutes }) => below(minutes, limit, false),
  },
  "max-prompt-tokens": {
    judged: "after",
    from: "used",
    judge: (limit, { prompt_tokens, partial }) =>
      below(prompt_tokens, limit, partial.includes("prompt_tokens")),
  },
  "max-context-share": {
    judged: "after",
    from: "used",
    judge: (limit, { context_share, partial }) =>
      below(context_share, limit, partial.includes("context_share")),
  },
  "max-retries": {
    judged: "after",
    from: "used",
    judge: (limit, { retries, partial }) => below(retries, limit, partial.includes("retries")),
  },
  egress: {
    judged: "after",
    from: "used",
    judge: (allowed, { hosts, partial }) => every(hosts, allowed, partial.includes("hosts")),
  },
};

export const KEY_NAMES = Object.keys(KEYS) as RequirementKey[];

/** What the keys of a policy find, of those whose facts can be known by now. */
export function judgeKeys(
  required: Requirements,
  facts: PolicyFacts,
): { key: RequirementKey; found: Found }[] {
  return KEY_NAMES.filter((key) => required[key] !== undefined && isJudged(key, facts.known)).map((key) => ({
    key,
    found: judge(key, required, facts),
  }));
}

export function isJudged(key: RequirementKey, at: PolicyFacts["known"]): boolean {
  return KEYS[key].judged === "both" || KEYS[key].judged === at;
}

function judge<K extends RequirementKey>(key: K, required: Requirements, facts: PolicyFacts): Found {
  const asked = required[key];
  return asked === undefined ? KEPT : KEYS[key].judge(asked, facts);
}

/** Whether any of the patterns holds, and none of those that begin with `!`; with such alone, all others hold. */
export function matcher(patterns: readonly string[]): (text: string) => boolean {
  const known = MATCHERS.get(patterns) ?? compiled(patterns);
  MATCHERS.set(patterns, known);
  return known;
}

/** The configuration's lists, compiled once instead of once a run. */
const MATCHERS = new WeakMap<readonly string[], (text: string) => boolean>();

function compiled(patterns: readonly string[]): (text: string) => boolean {
  const admitted = patterns.filter((pattern) => !pattern.startsWith("!"));
  const admits = admitted.length === 0 ? () => true : globs(admitted);
  const excludes = globs(
    patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1)),
  );
  return (text) => admits(text) && !excludes(text);
}

function one(value: string | null, allowed: readonly string[]): Found {
  if (value === null) return UNKNOWN;
  return matcher(allowed)(value) ? KEPT : broken(value);
}

/** What is known can break it, and only all that there is can keep it. */
function every(values: readonly string[] | null, allowed: readonly string[], partial: boolean): Found {
  if (values === null) return UNKNOWN;
  const admits = matcher(allowed);
  const others = values.filter((value) => !admits(value));
  if (others.length > 0) return broken(others.slice(0, 10).join(", "));
  return partial ? UNKNOWN : KEPT;
}

function below(value: number | null, limit: number, partial: boolean): Found {
  if (value === null) return UNKNOWN;
  if (value > limit) return broken(String(Number(value.toPrecision(6))));
  return partial ? UNKNOWN : KEPT;
}

const LEVELS = ["none", "read", "write"];

function withinPermissions(
  most: NonNullable<Requirements["permissions"]>,
  { permissions }: PolicyFacts,
): Found {
  if (permissions === null) return UNKNOWN;
  const limits = new Map<string, string | undefined>(Object.entries(most));
  const limitOf = (scope: string) => LEVELS.indexOf(limits.get(scope) ?? "none");
  const wider = permissions.filter(({ scope, access }) => {
    // A level that we do not know counts as the widest.
    const level = LEVELS.includes(access) ? LEVELS.indexOf(access) : LEVELS.length;
    return scope === "all" ? level > 0 : level > limitOf(scope);
  });
  return wider.length === 0
    ? KEPT
    : broken(wider.map(({ scope, access }) => `${scope}: ${access}`).join(", "));
}
