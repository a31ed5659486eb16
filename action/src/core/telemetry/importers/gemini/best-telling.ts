import type { Execution } from "#core/records/execution.ts";
import { filledIn } from "#core/telemetry/importers/fill-in.ts";
import type { Kind, Telling } from "#core/telemetry/importers/gemini/telling.ts";
import { tokensOf } from "#core/telemetry/usage-table.ts";

/** Who knows all that was used, helpers of the agent included; a recording has only what was said. */
const TOTALS: readonly Kind[] = ["json", "telemetry", "stream", "session"];
/** Who knows what was done, in order. */
const WORK: readonly Kind[] = ["telemetry", "session", "stream", "json"];
/** Who knows how it ended. */
const OUTCOME: readonly Kind[] = ["json", "stream", "telemetry", "session"];

/** Several files tell of the same session: the best of each, never added up. */
export function bestTelling(tellings: readonly Telling[]): Execution | null {
  const used = pick(tellings, TOTALS, ({ usage }) => usage.length > 0);
  const worked = pick(tellings, WORK, ({ steps }) => steps.length > 0);
  const ended = pick(tellings, OUTCOME, ({ status }) => status !== "in_progress");
  const ordered = [used, ended, worked, ...tellings.map(({ execution }) => execution)].filter(
    (execution) => execution !== null,
  );
  const [first, ...others] = ordered;
  if (first === undefined) return null;
  const best = others.reduce(filledIn, first);
  const deciding = pick(tellings, WORK, ({ decisions }) => decisions.length > 0);
  const doing = pick(tellings, WORK, ({ tools }) => tools.length > 0);
  const { status, error_type, error_message, error_message_hash } = ended ?? best;
  const counted = tellings.find(({ kind }) => kind === "telemetry")?.execution ?? best;
  return {
    ...best,
    status,
    error_type,
    error_message,
    error_message_hash,
    usage: perRequest(tellings, best).usage,
    steps: worked?.steps ?? [],
    tools: doing?.tools ?? [],
    decisions: deciding?.decisions ?? [],
    turns: worked?.turns ?? best.turns,
    retries: counted.retries,
    fallbacks: counted.fallbacks,
  };
}

/** Requests one by one tell their price tier, which sums do not: better where they add up to the same. */
function perRequest(tellings: readonly Telling[], best: Execution): Execution {
  const logged = tellings.find(({ kind }) => kind === "telemetry")?.execution;
  return logged !== undefined && tokens(logged) === tokens(best) ? logged : best;
}

function tokens({ usage }: Execution): number {
  return usage.reduce((sum, row) => sum + tokensOf(row), 0);
}

/** Of the first kind that has it the one with the most tokens: the same file may have been kept twice. */
function pick(
  tellings: readonly Telling[],
  kinds: readonly Kind[],
  has: (execution: Execution) => boolean,
): Execution | null {
  for (const kind of kinds) {
    const found = tellings.filter((one) => one.kind === kind && has(one.execution));
    const [best] = found.map(({ execution }) => execution).sort((a, b) => tokens(b) - tokens(a));
    if (best !== undefined) return best;
  }
  return null;
}
