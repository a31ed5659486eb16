import * as z from "zod";
import type { Config } from "#core/config.ts";
import { parseWritten } from "#core/config-file.ts";
import { didYouMean } from "#core/nearest.ts";
import { Answer, type PolicyDecision } from "#core/policies/decision.ts";
import { evaluate } from "#core/policies/evaluate.ts";
import { PolicyFacts, unknownBefore } from "#core/policies/facts.ts";
import { Utc } from "#core/time.ts";

/** A Monday, at noon. */
const STANDARD_TIME = "2026-01-05T12:00:00Z";
/** What nobody knows before the run. */
const ONLY_AFTER = ["usd", "turns", "minutes", "prompt_tokens", "context_share", "retries", "hosts"] as const;

const Given = PolicyFacts.omit({
  known: true,
  timezone: true,
  permissions: true,
  partial: true,
  pauses: true,
})
  .extend({
    at: Utc.default(STANDARD_TIME),
    permissions: z.record(z.string(), z.string()).nullable(),
  })
  .partial();

const PolicyCase = z
  .strictObject({
    name: z.string().min(1).max(200),
    /** The only policy that is asked; all together when left out. */
    policy: z.string().optional(),
    when: z.enum(["before", "after"]).default("before"),
    given: Given,
    expect: Answer,
  })
  .superRefine(({ when, given, expect }, issues) => {
    if (when === "after" && (expect === "block" || expect === "escalate"))
      issues.addIssue({
        code: "custom",
        path: ["expect"],
        message: `${expect} cannot come of a run that is over: it is warned of, tells an alert and may pause the agent`,
      });
    const early = ONLY_AFTER.filter((fact) => when === "before" && given[fact] !== undefined);
    for (const fact of early)
      issues.addIssue({
        code: "custom",
        path: ["given", fact],
        message: "is known only after the run: say `when: after`",
      });
  });
type PolicyCase = z.infer<typeof PolicyCase>;

const Cases = z.strictObject({ cases: z.array(PolicyCase).min(1).max(5000) });

/** What a case came to; `problem` is null where it holds. */
export type CaseResult = {
  name: string;
  policy: string | null;
  line: number;
  expected: Answer;
  answer: Answer;
  problem: string | null;
};

/** Where the cases of a configuration lie: `.github/agentops.yml` has `.github/agentops.test.yml`. */
export function casesFileOf(config: string): string {
  return config.replace(/(\.ya?ml|\.json)?$/, (ending) => `.test${ending || ".yml"}`);
}

/**
 * Runs the cases of a file. A policy answers as if it were enforced, whatever its mode is.
 *
 * @throws UserError for what is no file of cases, with line, key and reason
 */
export function runCases(
  text: string,
  file: string,
  config: Pick<Config, "policies" | "timezone">,
): { results: CaseResult[]; untested: string[] } {
  const { data, lineOf } = parseWritten(
    Cases,
    text,
    file,
    "A case has a name, what is given, and the answer that is expected; the README says more under Policies.",
  );
  const results = data.cases.map((one, index) => resultOf(one, lineOf(["cases", index, "name"]), config));
  const tested = new Set(data.cases.flatMap((one) => one.policy ?? config.policies.map(({ id }) => id)));
  return { results, untested: config.policies.map(({ id }) => id).filter((id) => !tested.has(id)) };
}

function resultOf(one: PolicyCase, line: number, config: Pick<Config, "policies" | "timezone">): CaseResult {
  const { name, expect: expected, policy = null } = one;
  const asked = config.policies
    .filter(({ id }) => policy === null || id === policy)
    .map((each) => ({ ...each, mode: "enforce" as const }));
  const base = { name, policy, line, expected };
  if (asked.length === 0) {
    const known = config.policies.map(({ id }) => id);
    const problem =
      policy === null ? "there are no policies" : `there is no policy ${policy}${didYouMean(policy, known)}`;
    return { ...base, answer: "unknown", problem };
  }
  const decision = evaluate({ policies: asked }, factsOf(one, config));
  return { ...base, answer: decision.answer, problem: problemOf(expected, decision, policy) };
}

function factsOf({ when, given }: PolicyCase, { timezone }: Pick<Config, "timezone">): PolicyFacts {
  const { permissions, ...rest } = given;
  const told = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    ...unknownBefore(given.at ?? STANDARD_TIME, timezone),
    ...told,
    known: when,
    permissions: permissions
      ? Object.entries(permissions).map(([scope, access]) => ({ scope, access }))
      : null,
  };
}

function problemOf(
  expected: Answer,
  { answer, reason, judgements, policy }: PolicyDecision,
  asked: string | null,
): string | null {
  if (answer === expected) return null;
  const about = asked !== null && judgements.length === 0 ? "it is not about this run (`match`)" : reason;
  const by = policy === null || policy === asked ? "" : ` by ${policy}`;
  return `expected ${expected}, got ${answer}${by}: ${about}`;
}
