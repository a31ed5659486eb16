import { ruleOf } from "#core/alerts/rules.ts";
import { bytes, count, decimal, duration, money, percent, tokens, UNKNOWN } from "#core/format.ts";
import type { Alert, Transition } from "#core/records/alert.ts";
import type { Condition, Unit } from "#core/records/condition.ts";
import { printableLine } from "#core/render/printable.ts";

/** What an alert is called wherever it stands. */
export function alertTitle({ condition: { rule, subject, mark } }: Pick<Alert, "condition">): string {
  const title = ruleOf(rule)?.title ?? rule;
  return `${rule === "budget" && mark !== null ? `A budget has reached ${mark} %` : title}: ${subject.name || UNKNOWN}`;
}

export function figureText(value: number | null, unit: Unit): string {
  if (value === null) return UNKNOWN;
  switch (unit) {
    case "share":
      return percent(value);
    case "percent":
      return `${decimal(value)} %`;
    case "seconds":
      return duration(value);
    case "nano_usd":
      return money(value);
    case "tokens":
      return tokens(value);
    case "bytes":
      return bytes(value);
    case "count":
      return count(value);
    case "number":
      return decimal(value);
  }
}

/** The figures that show it, in one sentence: value, what is usual, what it was held against. */
export function evidenceText({ value, unit, limit, baseline, n, baseline_n }: Condition): string {
  const of = (size: number | null) => (size === null ? "" : ` (of ${count(size)})`);
  const parts = [
    value !== null && `${figureText(value, unit)} now${unit === "count" ? "" : of(n)}`,
    baseline !== null && `${figureText(baseline, unit)} before${of(baseline_n)}`,
    limit !== null && `the limit is ${figureText(limit, unit)}`,
  ];
  return parts.filter((part) => part !== false).join(", ");
}

const VERBS: Readonly<Record<Transition["kind"], string>> = {
  fire: "Fired",
  refire: "Fired again",
  escalate: "Got worse",
  resolve: "Resolved",
};

export function verbOf({ kind }: Pick<Transition, "kind">): string {
  return VERBS[kind];
}

/** What to do about it. */
export function adviceOf({ condition: { rule } }: Pick<Alert, "condition">): string {
  return (
    ruleOf(rule)?.advice ?? "A rule of your own found it: `alerts.rules` in the configuration says when."
  );
}

/** What is wrong and not told yet: a figure that chance moves must be so at two syncs. */
export function unsaidText(unsaid: readonly { rule: string; name: string }[]): string {
  const named = unsaid
    .slice(0, 3)
    .map(({ rule, name }) => `${ruleOf(rule)?.title ?? rule}: ${printableLine(name, 80)}`);
  const more = unsaid.length > named.length ? ` and ${count(unsaid.length - named.length)} more` : "";
  return `Not told yet, for it must be so at the next sync as well: ${named.join("; ")}${more}.`;
}
