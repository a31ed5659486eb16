import type { ExecutionFigures } from "#core/documents/executions/figures.ts";
import type { Session } from "#core/documents/sessions/sessions.ts";
import { count, money, percent } from "#core/format.ts";
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
  if (rate.n === 0) return "—";
  return rate.enough ? percent(rate.value) : `${rate.part} of ${rate.n}`;
}

export function sessionName({ kind, number, session_id, title }: Session): string {
  if (kind === "session") return printableLine(session_id ?? "").slice(0, 60);
  if (number === null) return `Issue “${printableLine(title ?? "").slice(0, 60)}”`;
  return `${kind === "issue" ? "Issue" : kind === "pull_request" ? "Pull request" : "Item"} #${number}`;
}
