import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import type { Attention } from "#core/documents/overview/attention.ts";
import type { Role } from "#core/outcome.ts";
import { addSeconds, DAY_SECONDS, epoch, HOUR_SECONDS, type Utc } from "#core/time.ts";

/** Jobs on GitHub's runners end after six hours, so a run that goes on for longer waits for something. */
const LONG_SECONDS: Partial<Record<Role, number>> = { running: 6 * HOUR_SECONDS, attention: DAY_SECONDS };
/** What nobody touched in this time nobody waits for any more. */
const FORGOTTEN_SECONDS = 30 * DAY_SECONDS;

/** Attempts that run or wait for longer than is healthy. */
export function unfinishedFold(context: Context): Fold<Attention[]> {
  const found = { running: [] as Utc[], attention: [] as Utc[] };
  return {
    add({ at, role }) {
      if (role !== "running" && role !== "attention") return;
      const since = addSeconds(context.now, -(LONG_SECONDS[role] ?? 0));
      if (at < since && at >= addSeconds(context.now, -FORGOTTEN_SECONDS)) found[role].push(at);
    },
    finish: () => [
      ...attention("unfinished", found.running, context),
      ...attention("waiting", found.attention, context),
    ],
  };
}

function attention(kind: "unfinished" | "waiting", starts: readonly Utc[], { now }: Context): Attention[] {
  const oldest = starts.toSorted()[0];
  if (oldest === undefined) return [];
  const oldest_seconds = epoch(now) - epoch(oldest);
  return [{ kind, weight: starts.length, attempts: starts.length, oldest_seconds }];
}
