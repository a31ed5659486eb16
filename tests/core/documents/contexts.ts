import { attemptReader } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { Config } from "#core/config.ts";
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
