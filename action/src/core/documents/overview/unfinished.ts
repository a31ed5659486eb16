import { runsLink } from "#core/addresses/paths.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import type { Attention } from "#core/documents/overview/attention.ts";
import { count, duration } from "#core/format.ts";
import { type Role, statesOf } from "#core/outcome.ts";
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
      ...sentence("unfinished", "running", found.running, "not finished", context),
      ...sentence("waiting", "attention", found.attention, "waiting for somebody", context),
    ],
  };
}

function sentence(
  kind: Attention["kind"],
  role: Role,
  starts: readonly Utc[],
  what: string,
  { now }: Context,
): Attention[] {
  const oldest = starts.toSorted()[0];
  if (oldest === undefined) return [];
  const attempts = starts.length === 1 ? "1 attempt is" : `${count(starts.length)} attempts are`;
  return [
    {
      kind,
      text: `${attempts} ${what}, the oldest for ${duration(epoch(now) - epoch(oldest))}`,
      link: runsLink({ period: "30d", status: statesOf(role) }),
      weight: starts.length,
    },
  ];
}
