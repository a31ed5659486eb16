import type { ExecutionFigures, ExecutionOutcomes } from "#core/documents/executions/figures.ts";
import type { Session } from "#core/documents/sessions/session.ts";
import { count, money, percent, UNKNOWN } from "#core/format.ts";
import { printableLine } from "#core/render/printable.ts";
import { atLeast } from "#core/render/words/cost-text.ts";
import type { Rate } from "#core/statistics/rate.ts";

/** The sum of a set: `~` where a part is estimated, `≥` where one is not known. */
export function figuresCost({ cost: { nano_usd, estimated_nano_usd, coverage } }: ExecutionFigures): string {
  if (nano_usd === null) return money(null);
  const mark = estimated_nano_usd > 0 ? "~" : "";
  return coverage.part < coverage.n ? atLeast(nano_usd, mark) : `${mark}${money(nano_usd)}`;
}

/** `12 of 40 known`. */
export function known({ part, n }: Rate): string {
  return part === n ? `all ${count(n)} known` : `${count(part)} of ${count(n)} known`;
}

/** A share, or its parts where too few make one. */
export function share(rate: Rate): string {
  if (rate.n === 0) return UNKNOWN;
  return rate.enough ? percent(rate.value) : `${rate.part} of ${rate.n}`;
}

/** Smaller changes of a share count as none: they would be shown as 0.0 points. */
const LEAST_POINTS = 0.0005;

/** `↑ 2.1 pts`, of a difference of shares. */
export function pointsChange(difference: number | null): string {
  if (difference === null) return UNKNOWN;
  if (Math.abs(difference) <= LEAST_POINTS) return "no change";
  return `${difference > 0 ? "↑" : "↓"} ${Math.abs(difference * 100).toFixed(1)} pts`;
}

export function sessionName({ kind, number, session_id, title }: Session): string {
  if (kind === "session") return printableLine(session_id ?? "").slice(0, 60);
  if (number === null) return `Issue “${printableLine(title ?? "").slice(0, 60)}”`;
  return `${kind === "issue" ? "Issue" : kind === "pull_request" ? "Pull request" : "Item"} #${number}`;
}

const OUTCOME_WORDS: Readonly<Record<keyof ExecutionOutcomes, string>> = {
  success: "success",
  failure: "failed",
  timeout: "timed out",
  cancelled: "cancelled",
  in_progress: "working",
  unknown: "not known",
};

/** How executions ended: `12 success, 3 failed`. */
export function outcomeWords(outcomes: ExecutionOutcomes): string {
  const seen = (Object.keys(OUTCOME_WORDS) as (keyof ExecutionOutcomes)[]).filter((key) => outcomes[key] > 0);
  return seen.map((key) => `${count(outcomes[key])} ${OUTCOME_WORDS[key]}`).join(", ") || UNKNOWN;
}
