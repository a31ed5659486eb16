import { isWithin } from "#core/calendar/opening-hours.ts";
import type { RequirementKey, Requirements } from "#core/config/policies.ts";
import { globs } from "#core/glob.ts";
import type { PolicyFacts } from "#core/policies/facts.ts";

/** What a key finds: kept; broken by a value; or unknown, because the fact is missing. */
export type Found = { state: "kept" } | { state: "unknown" } | { state: "broken"; value: string };

/** When the fact of a key is known: before the run starts, or only when it is over. */
export type KnownWhen = "before" | "after";

type Row<K extends RequirementKey> = {
  /** After-facts are not judged before a run, and what they break can no longer be blocked. */
  known: KnownWhen;
  /** Where its fact is from: the run itself, what a workflow file declares, or what was used and is told by telemetry. */
  from: "run" | "declared" | "used";
  judge(required: NonNullable<Requirements[K]>, facts: PolicyFacts): Found;
};

const KEPT: Found = { state: "kept" };
const UNKNOWN: Found = { state: "unknown" };
const broken = (value: string): Found => ({ state: "broken", value: value.slice(0, 300) });

/**
 * Every key, when its fact is known and where it is from: the only place that says so. Of `models` and `tools` what
 * the workflow declares is known before, and after the run they are held against what was used.
 */
export const KEYS: { [K in RequirementKey]: Row<K> } = {
  agents: { known: "before", from: "run", judge: (allowed, { agent }) => one(agent, allowed) },
  events: { known: "before", from: "run", judge: (allowed, { event }) => one(event, allowed) },
  branches: { known: "before", from: "run", judge: (allowed, { branch }) => one(branch, allowed) },
  actors: { known: "before", from: "run", judge: (allowed, { actor }) => one(actor, allowed) },
  associations: {
    known: "before",
    from: "run",
    judge: (allowed, { association }) => one(association, allowed),
  },
  hours: {
    known: "before",
    from: "run",
    judge: (hours, { at, timezone }) => (isWithin([hours].flat(), at, timezone) ? KEPT : broken(at)),
  },
  "max-attempts": {
    known: "before",
    from: "run",
    judge: (limit, { attempt }) => below(attempt, limit, false),
  },
  environments: {
    known: "before",
    from: "declared",
    judge: (allowed, { environments }) => {
      if (environments === null) return UNKNOWN;
      return environments.some(matcher(allowed)) ? KEPT : broken(environments.join(", ") || "none");
    },
  },
  permissions: { known: "before", from: "declared", judge: withinPermissions },
  pins: {
    known: "before",
    from: "declared",
    judge: (_, { unpinned }) => {
      if (unpinned === null) return UNKNOWN;
      return unpinned.length === 0 ? KEPT : broken(unpinned.join(", "));
    },
  },
  models: {
    known: "before",
    from: "used",
    judge: (allowed, { models, partial }) => every(models, allowed, partial.includes("models")),
  },
  tools: {
    known: "before",
    from: "used",
    judge: (allowed, { tools, partial }) => every(tools, allowed, partial.includes("tools")),
  },
  "max-usd": {
    known: "after",
    from: "used",
    judge: (limit, { usd, partial }) => below(usd, limit, partial.includes("usd")),
  },
  "max-turns": {
    known: "after",
    from: "used",
    judge: (limit, { turns, partial }) => below(turns, limit, partial.includes("turns")),
  },
  "max-minutes": { known: "after", from: "run", judge: (limit, { minutes }) => below(minutes, limit, false) },
  "max-prompt-tokens": {
    known: "after",
    from: "used",
    judge: (limit, { prompt_tokens, partial }) =>
      below(prompt_tokens, limit, partial.includes("prompt_tokens")),
  },
  "max-context-share": {
    known: "after",
    from: "used",
    judge: (limit, { context_share, partial }) =>
      below(context_share, limit, partial.includes("context_share")),
  },
  "max-retries": {
    known: "after",
    from: "used",
    judge: (limit, { retries, partial }) => below(retries, limit, partial.includes("retries")),
  },
  egress: {
    known: "after",
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
  return KEY_NAMES.filter(
    (key) => required[key] !== undefined && (facts.known === "after" || KEYS[key].known === "before"),
  ).map((key) => ({ key, found: judge(key, required, facts) }));
}

function judge<K extends RequirementKey>(key: K, required: Requirements, facts: PolicyFacts): Found {
  const asked = required[key];
  return asked === undefined ? KEPT : KEYS[key].judge(asked, facts);
}

/** Whether any of the patterns holds, and none of those that begin with `!`; with such alone, all others hold. */
export function matcher(patterns: readonly string[]): (text: string) => boolean {
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
