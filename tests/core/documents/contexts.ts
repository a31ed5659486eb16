import { type Attempt, attemptReader } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { Config } from "#core/config.ts";
import { build } from "#core/documents/build.ts";
import { CATALOGUE, type DocumentName, type Documents } from "#core/documents/catalogue.ts";
import type { Run } from "#core/records/run.ts";
import { aRepositoryRecord, aState } from "../../builders.ts";

export const NOW = "2026-11-20T12:00:00Z";

export function aContext(over: Partial<Context> = {}): Context {
  return {
    now: NOW,
    config: Config.parse({}),
    repository: aRepositoryRecord(),
    state: aState(),
    server: "https://github.com",
    ...over,
  };
}

export function folded<Document>(fold: Fold<Document>, runs: readonly Run[], context = aContext()): Document {
  const read = attemptReader(context);
  for (const run of runs) fold.add(read(run));
  return fold.finish();
}

/** These documents of the attempts, and nothing else told. */
export function built<Name extends DocumentName>(
  names: readonly Name[],
  attempts: Iterable<Attempt>,
  context = aContext(),
): Pick<Documents, Name> {
  const rows = CATALOGUE.filter(({ name }) => names.some((one) => one === name));
  return build(rows, attempts, { context, journal: [], sizes: [], cron: null, buildId: "b" });
}
