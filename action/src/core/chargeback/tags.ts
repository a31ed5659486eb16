import type { Attempt } from "#core/attempts/attempt.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Line } from "#core/attempts/ledger.ts";
import { scopeMatcher } from "#core/budgets/scope.ts";

/** Labels by their names, which the configuration chose. */
export type Tags = Readonly<Record<string, string>>;

const NONE: Tags = {};

/** Compiles `chargeback.tags`: what each line of an attempt is labelled with. Of each label the first row that fits counts. */
export function tagger({ config, repository }: Context): (attempt: Attempt) => (line: Line) => Tags {
  const rows = config.chargeback.tags
    .map(({ scope, tags }) => ({ inScope: scopeMatcher(scope, repository.full_name), tags }))
    .reverse();
  return (attempt) => {
    const known = new Map<Line, Tags>();
    for (const { inScope, tags } of rows)
      for (const line of inScope(attempt)) known.set(line, { ...known.get(line), ...tags });
    return (line) => known.get(line) ?? NONE;
  };
}
