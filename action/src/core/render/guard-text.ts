import { money, plural } from "#core/format.ts";
import type { GuardDecision } from "#core/guard/decide.ts";
import type { Reason } from "#core/guard/reason.ts";
import { decimalUsd } from "#core/pricing/money.ts";
import type { GuardAnswer } from "#core/records/guard-verdict.ts";
import { escapeMarkdown, table } from "#core/render/markdown.ts";
import { printableLine } from "#core/render/printable.ts";

const MOST_LINE = 1000;

const WORDS: Readonly<Record<GuardAnswer, string>> = {
  allow: "The agent may start",
  warn: "The agent may start, with a warning",
  unknown: "Nothing certain is known",
  escalate: "Somebody is to be asked first",
  block: "The agent is stopped",
};

/** What was decided, in a few words. */
function headline({ answer, allowed, glass }: GuardDecision): string {
  if (glass.kind === "broken" && answer !== "allow" && answer !== "warn")
    return "The agent may start: the glass was broken";
  if (answer === "unknown") return `${WORDS.unknown}: the agent ${allowed ? "may start" : "is stopped"}`;
  if (answer === "escalate" && !allowed)
    return "Somebody is to be asked first, and no environment is named: the agent is stopped";
  return WORDS[answer];
}

/** Why, by the strongest reasons alone. */
export function because({ answer, reasons }: GuardDecision): string {
  const counted = reasons.filter((reason) => reason.answer === answer);
  const said = counted.map(({ by, text }) => `${by}: ${text}`).join("; ");
  return printableLine(said || "no budget, circuit or policy speaks against it", MOST_LINE);
}

/** The same, after who broke the glass and why. */
function reasonText(decision: GuardDecision): string {
  const { glass } = decision;
  const broken = glass.kind === "broken" ? `${glass.by} broke the glass: ${glass.reason} — ` : "";
  return printableLine(`${broken}${because(decision)}`, 2 * MOST_LINE);
}

/** What to do next, for whoever wants the run; empty: nothing. */
function todoText({ answer, reasons }: GuardDecision): string {
  return [
    ...new Set(reasons.filter((each) => each.answer === answer && each.todo !== "").map(({ todo }) => todo)),
  ].join("; or ");
}

/** One line for the job's log and the run's page. */
export function guardLine(decision: GuardDecision): string {
  const { asOf, unseen, config } = decision;
  const todo = todoText(decision);
  const known =
    asOf === null ? "" : ` · as of ${asOf}, ${plural(unseen, "unseen run")} · config ${config ?? "—"}`;
  return printableLine(
    `${decision.answer} · ${headline(decision)} · ${reasonText(decision)}${todo === "" ? "" : ` · Next: ${todo}`}${known}`,
    2 * MOST_LINE,
  );
}

const SKIPPED =
  "What is skipped counts as passed where a branch requires it as a check: there, let the guard fail (`on-block: fail`).";

/** For the job summary. @param isSkipped whether what follows is to be skipped instead of failed */
export function guardMarkdown(decision: GuardDecision, isSkipped: boolean): string {
  const { reasons, remaining, reuseRun, suggestedModel, glass, asOf, unseen, config } = decision;
  const todo = todoText(decision);
  const facts = [
    remaining === null ? null : `Left of the tightest budget: ${money(remaining)}.`,
    reuseRun === null ? null : `Run ${reuseRun} succeeded with just this work: its result may do.`,
    suggestedModel === null
      ? null
      : `${escapeMarkdown(suggestedModel)} costs less here and succeeds no less.`,
    glass.kind === "refused" ? `The glass stays whole: ${escapeMarkdown(glass.why)}.` : null,
    asOf === null
      ? null
      : `As of ${asOf}, with ${plural(unseen, "run")} that the records do not know yet; configuration ${config ?? "—"}.`,
    isSkipped ? SKIPPED : null,
  ].flatMap((fact) => fact ?? []);
  const row = ({ answer, by, text }: Reason) => [answer, escapeMarkdown(by), escapeMarkdown(text)];
  return [
    `### AgentOps guard: ${headline(decision)}`,
    escapeMarkdown(reasonText(decision)),
    ...(todo === "" ? [] : [`**What to do next:** ${escapeMarkdown(todo)}.`]),
    ...(reasons.length < 2 ? [] : [table(["Says", "Who", "Why"], reasons.map(row))]),
    ...(facts.length === 0 ? [] : [facts.map((fact) => `- ${fact}`).join("\n")]),
    "",
  ].join("\n\n");
}

/** The step's outputs; empty: there is nothing to say. */
export function guardOutputs(decision: GuardDecision): Record<string, string> {
  const { answer, allowed, remaining, allowedTools, suggestedModel, escalateModel, reuseRun } = decision;
  return {
    decision: answer,
    reason: reasonText(decision),
    allowed: String(allowed),
    "allowed-tools": allowedTools?.join(",") ?? "",
    "suggested-model": suggestedModel ?? "",
    "escalate-model": escalateModel ?? "",
    "reuse-run": reuseRun === null ? "" : String(reuseRun),
    "budget-remaining": remaining === null ? "" : decimalUsd(remaining).replace(/0{7}$/, ""),
  };
}
