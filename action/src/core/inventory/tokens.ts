import type { Placed } from "#core/inventory/model.ts";
import type { Span } from "#core/inventory/source.ts";

/** A token that is not the job's own, where an agent is given one. */
export function foreignToken({ job, step }: Placed): Span | null {
  const fields = [...step.with, ...step.env, ...job.env];
  for (const [name, { value }] of fields)
    if (/^(?:github|gh)[_-]token$/i.test(name) && value.kind === "scalar" && FOREIGN.test(value.body))
      return value.at;
  return null;
}

const FOREIGN = /secrets\.(?!GITHUB_TOKEN\b)\w+|steps\.[\w-]+\.outputs\.token/i;
