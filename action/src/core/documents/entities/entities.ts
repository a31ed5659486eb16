import * as z from "zod";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { NamedWorkflow, workflowNames } from "#core/documents/workflows/workflow-names.ts";
import { fnv1aNumber } from "#core/hash.ts";
import { compare } from "#core/records/order.ts";
import { Utc } from "#core/time.ts";

/** The colours that charts have for things, `--cat-1` to `--cat-6`. */
const COLOURS = 6;

const Colour = z.number().int().min(1).max(COLOURS);

/**
 * Everything that charts and filters tell apart. A colour is part of an entity's identity: it is the same on
 * every page, and an entity that joins later takes none away.
 */
export const EntitiesDocument = z.strictObject({
  /** Oldest first. */
  agents: z.array(
    z.strictObject({
      name: z.string(),
      colour: Colour,
      first_seen: Utc,
      last_seen: Utc,
      attempts: z.number().int(),
    }),
  ),
  /** By id, which is the order they were made in. */
  workflows: z.array(z.strictObject({ ...NamedWorkflow.shape, colour: Colour })),
});
export type EntitiesDocument = z.infer<typeof EntitiesDocument>;

export function entitiesFold(context: Context): Fold<EntitiesDocument> {
  const names = workflowNames(context);
  const agents = new Map<string, { first_seen: Utc; last_seen: Utc; attempts: number }>();
  return {
    add({ run, at, agents: worked }) {
      names.add(run);
      for (const agent of worked) {
        const known = agents.get(agent) ?? { first_seen: at, last_seen: at, attempts: 0 };
        agents.set(agent, {
          first_seen: at < known.first_seen ? at : known.first_seen,
          last_seen: at > known.last_seen ? at : known.last_seen,
          attempts: known.attempts + 1,
        });
      }
    },
    finish() {
      const seen = [...agents]
        .map(([name, agent]) => ({ name, ...agent }))
        .sort((a, b) => compare(a.first_seen, b.first_seen) || compare(a.name, b.name));
      const colourOfAgent = colourer();
      const colourOfWorkflow = colourer();
      return {
        agents: seen.map((agent) => ({ ...agent, colour: colourOfAgent(agent.name) })),
        workflows: names
          .finish()
          .map((workflow) => ({ ...workflow, colour: colourOfWorkflow(String(workflow.id)) })),
      };
    },
  };
}

/** The colour its name hashes to, or the next free one; once all are taken they are shared. */
function colourer(): (name: string) => number {
  const taken = new Set<number>();
  return (name) => {
    const wanted = fnv1aNumber(name) % COLOURS;
    const free = Array.from({ length: COLOURS }, (_, step) => (wanted + step) % COLOURS).find(
      (colour) => !taken.has(colour),
    );
    const colour = free ?? wanted;
    taken.add(colour);
    return colour + 1;
  };
}
