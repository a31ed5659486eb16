import type { Attempt } from "#core/attempts/attempt.ts";
import { whereOf } from "#core/attempts/where.ts";
import type { Work } from "#core/documents/policies/rows.ts";

/** Where an agent worked. */
export function workOf(attempt: Pick<Attempt, "run" | "at">, agent: string | null): Work {
  return { ...whereOf(attempt), agent };
}
