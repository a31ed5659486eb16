import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Policies, type Requirements } from "#core/config/policies.ts";
import { ANSWERS } from "#core/policies/decision.ts";
import { evaluate, versionOf } from "#core/policies/evaluate.ts";
import { type PolicyFacts, unknownBefore } from "#core/policies/facts.ts";
import { isJudged, KEY_NAMES, KEYS } from "#core/policies/keys.ts";

const AT = "2026-11-20T10:00:00Z"; // a Friday

function facts(over: Partial<PolicyFacts> = {}): PolicyFacts {
  return { ...unknownBefore(AT, "UTC"), agent: "Claude", event: "push", ...over };
}

function asked(require: Requirements, over: object = {}) {
  return { policies: Policies.parse([{ id: "p", mode: "enforce", require, ...over }]) };
}

const after = { known: "after" } as const;

/** For every key: what it asks for, what keeps it, what breaks it; and what is told of the breach. */
const EACH: {
  [K in keyof Requirements]-?: [Requirements[K], Partial<PolicyFacts>, Partial<PolicyFacts>, string];
} = {
  agents: [["Claude*"], { agent: "claude" }, { agent: "Codex" }, "Codex"],
  events: [["push", "issues"], { event: "issues" }, { event: "fork" }, "fork"],
  branches: [["!main"], { branch: "fix/a" }, { branch: "main" }, "main"],
  actors: [["mona", "*[bot]"], { actor: "dependabot[bot]" }, { actor: "eve" }, "eve"],
  associations: [["OWNER"], { association: "OWNER" }, { association: "NONE" }, "NONE"],
  hours: ["Mon-Fri 07:00-20:00", {}, { at: "2026-11-21T10:00:00Z" }, "Sat 10:00 UTC"],
  "max-attempts": [2, { attempt: 2 }, { attempt: 3 }, "3"],
  environments: [["agents-*"], { environments: ["agents-approval"] }, { environments: [] }, "none"],
  permissions: [
    { contents: "read", issues: "write" },
    { permissions: [{ scope: "contents", access: "read" }] },
    {
      permissions: [
        { scope: "issues", access: "write" },
        { scope: "actions", access: "read" },
      ],
    },
    "actions: read",
  ],
  pins: ["commit", { unpinned: [] }, { unpinned: ["actions/checkout@v5"] }, "actions/checkout@v5"],
  models: [["claude-*"], { models: ["claude-a"] }, { models: ["claude-a", "gpt-5"] }, "gpt-5"],
  tools: [["*", "!Bash"], { tools: [] }, { tools: ["Read", "Bash"] }, "Bash"],
  "max-usd": [1, { ...after, usd: 1 }, { ...after, usd: 1.25 }, "1.25"],
  "max-turns": [9, { ...after, turns: 9 }, { ...after, turns: 10 }, "10"],
  "max-minutes": [5, { ...after, minutes: 0 }, { ...after, minutes: 6 }, "6"],
  "max-prompt-tokens": [9, { ...after, prompt_tokens: 1 }, { ...after, prompt_tokens: 10 }, "10"],
  "max-context-share": [0.5, { ...after, context_share: 0.5 }, { ...after, context_share: 0.6 }, "0.6"],
  "max-retries": [0, { ...after, retries: 0 }, { ...after, retries: 1 }, "1"],
  egress: [
    ["*.github.com"],
    { ...after, hosts: ["api.github.com"] },
    { ...after, hosts: ["evil.example"] },
    "evil.example",
  ],
};

describe.each(KEY_NAMES)("the key %s", (key) => {
  const [limit, kept, broken, value] = EACH[key];
  const rules = asked({ [key]: limit } as Requirements);

  it("is kept, is broken with its evidence, and is unknown where the fact is", () => {
    expect(evaluate(rules, facts(kept)).answer).toBe("allow");
    const decision = evaluate(rules, facts(broken));
    expect(decision).toMatchObject({ answer: isJudged(key, "before") ? "block" : "warn", policy: "p" });
    expect(decision.evidence).toMatchObject([{ key, value }]);
    if (key === "hours") return; // it is always some time
    const missing = { ...facts({ known: kept.known ?? "before" }), agent: null, event: null };
    expect(evaluate(rules, missing)).toMatchObject({ answer: "unknown", evidence: [{ key, value: null }] });
  });

  it("is judged only when its fact can be known", () => {
    const other = KEYS[key].judged === "after" ? "before" : "after";
    const { answer } = evaluate(rules, facts({ ...broken, known: other }));
    expect(answer).toBe(KEYS[key].judged === "both" ? "warn" : "allow");
  });
});

it("lets the strongest answer of an enforced policy decide, and lists the others", () => {
  const rules = {
    policies: Policies.parse([
      { id: "warns", mode: "enforce", require: { events: ["x"] }, otherwise: "warn" },
      { id: "asks", mode: "enforce", require: { events: ["x"] }, otherwise: "escalate" },
      { id: "tried", mode: "simulate", require: { events: ["x"] }, otherwise: "block" },
      { id: "other", mode: "enforce", match: { agents: ["Codex"] }, require: { events: ["x"] } },
    ]),
  };
  const decision = evaluate(rules, facts());
  expect(decision).toMatchObject({ answer: "escalate", policy: "asks" });
  expect(decision.judgements.map(({ policy, answer }) => `${policy} ${answer}`)).toEqual([
    "tried block",
    "asks escalate",
    "warns warn",
  ]);
});

it("does not know what follows where it does not know whether a policy is about the run", () => {
  const rules = asked({ events: ["x"] }, { match: { branches: ["main"] } });
  expect(evaluate(rules, facts()).answer).toBe("unknown");
  expect(evaluate(rules, facts({ branch: "main" })).answer).toBe("block");
  expect(evaluate(rules, facts({ branch: "dev" }))).toMatchObject({ answer: "allow", judgements: [] });
});

it("takes what is known in part for a breach and never for keeping", () => {
  const rules = asked({ models: ["claude-*"] });
  const partial = ["models" as const];
  expect(evaluate(rules, facts({ models: ["gpt-5"], partial })).answer).toBe("block");
  expect(evaluate(rules, facts({ models: ["claude-a"], partial })).answer).toBe("unknown");
});

it("finds every permission of write-all too wide, and a level that nobody knows", () => {
  const rules = asked({ permissions: { contents: "write" } });
  const holding = (scope: string, access: string) => facts({ permissions: [{ scope, access }] });
  expect(evaluate(rules, holding("all", "write")).answer).toBe("block");
  expect(evaluate(rules, holding("contents", "admin")).answer).toBe("block");
  expect(evaluate(rules, holding("__proto__", "none")).answer).toBe("allow");
});

it("blocks a paused agent until its time, by the policy as it was broken", () => {
  const rules = asked({ "max-usd": 1 }, { "pause-hours": 12, otherwise: "warn" });
  const [policy] = rules.policies;
  if (policy === undefined) throw new Error("no policy");
  const pause = {
    policy: "p",
    version: versionOf(policy),
    agent: "Claude",
    until: "2026-11-20T11:00:00Z",
    run_id: 7,
  };
  expect(evaluate(rules, facts({ pauses: [pause] }))).toMatchObject({ answer: "block", policy: "p" });
  expect(evaluate(rules, facts({ agent: "claude", pauses: [pause] })).answer).toBe("block");
  for (const other of [{ version: "0" }, { agent: "Codex" }, { until: AT }])
    expect(evaluate(rules, facts({ pauses: [{ ...pause, ...other }] })).answer).toBe("allow");
});

it("has another version when it says something else, and not when its keys are in another order", () => {
  const [a, b, c] = Policies.parse([
    { id: "p", require: { events: ["a"], branches: ["b"] }, reason: "r" },
    { reason: "r", require: { branches: ["b"], events: ["a"] }, id: "q" },
    { id: "r", require: { events: ["a"], branches: ["b"] }, reason: "s" },
  ]);
  if (!a || !b || !c) throw new Error("three policies");
  expect(versionOf({ ...b, id: "p" })).toBe(versionOf(a));
  expect(versionOf({ ...c, id: "p" })).not.toBe(versionOf(a));
});

const name = fc.constantFrom("Claude", "Codex", "push", "main", "gpt-5", "evil.example");
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const number = maybe(fc.integer({ min: 0, max: 9 }));
const anyFacts: fc.Arbitrary<PolicyFacts> = fc
  .record({
    ...{ agent: maybe(name), event: maybe(name), branch: maybe(name), actor: maybe(name) },
    ...{ models: maybe(fc.array(name)), tools: maybe(fc.array(name)), hosts: maybe(fc.array(name)) },
    ...{ usd: number, turns: number, minutes: number, retries: number, prompt_tokens: number },
    attempt: maybe(fc.integer({ min: 1, max: 3 })),
    known: fc.constantFrom("before" as const, "after" as const),
    partial: fc.subarray(["models", "tools", "usd", "turns"] as const).map((list) => [...list]),
  })
  .map((some) => ({ ...unknownBefore(AT, "UTC"), ...some }));
const anyRules = fc
  .array(
    fc.record({
      mode: fc.constantFrom("simulate", "enforce"),
      otherwise: fc.constantFrom("warn", "block", "escalate"),
      match: fc.record({ agents: fc.array(name, { minLength: 1, maxLength: 2 }) }, { requiredKeys: [] }),
      require: fc
        .subarray(KEY_NAMES, { minLength: 1 })
        .map((keys) => Object.fromEntries(keys.map((key) => [key, EACH[key][0]]))),
    }),
    { maxLength: 5 },
  )
  .map((all) => ({ policies: Policies.parse(all.map((one, index) => ({ ...one, id: `p${index}` }))) }));

it("answers the same in whatever order policies stand", () => {
  fc.assert(
    fc.property(anyRules, anyFacts, fc.integer(), ({ policies }, some, seed) => {
      const other = [...policies].sort((a, b) => order(a.id, seed) - order(b.id, seed));
      expect(evaluate({ policies: other }, some)).toEqual(evaluate({ policies }, some));
    }),
  );
});

it("never claims to block or to ask about what is over", () => {
  fc.assert(
    fc.property(anyRules, anyFacts, (rules, some) => {
      const { answer, judgements } = evaluate(rules, { ...some, known: "after" });
      for (const each of [answer, ...judgements.map((one) => one.answer)])
        expect(["allow", "warn", "unknown"]).toContain(each);
    }),
  );
});

it("is never milder for what is not known than unknown", () => {
  const facts = ["agent", "event", "branch", "actor", "models", "tools", "hosts", "usd", "turns"] as const;
  fc.assert(
    fc.property(anyRules, anyFacts, fc.constantFrom(...facts), (rules, some, fact) => {
      const known = evaluate(rules, some);
      const less = evaluate(rules, { ...some, [fact]: null });
      // What was broken stays it, or is not known; it is never kept.
      for (const { policy, answer } of known.judgements.filter((one) => one.answer !== "allow")) {
        const now = less.judgements.find((one) => one.policy === policy)?.answer ?? "allow";
        expect(ANSWERS.indexOf(now)).toBeGreaterThanOrEqual(answer === "warn" ? 1 : 2);
      }
    }),
  );
});

/** Any order that a seed says. */
function order(id: string, seed: number): number {
  return Math.imul(Number(id.slice(1)) + 1, seed | 1) % 7;
}
