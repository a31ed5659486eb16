import * as z from "zod";
import { attemptKey } from "#core/records/run.ts";
import { Need } from "#core/records/state.ts";

/** So many syncs may die over a thing until nobody tries it again. */
export const MOST_DEATHS = 2;
/** A note is written before strangers' files are opened, so it stays short. */
const MOST_NOTED = 500;

const Item = z.object({ run_id: z.number().int(), run_attempt: z.number().int(), need: Need });
type Item = z.infer<typeof Item>;
type Attempt = Omit<Item, "need">;

/** What outlives a sync that was killed: what it was reading then, and what earlier ones died over. */
const Note = z.object({
  reading: z.array(Item),
  suspects: z.array(Item.extend({ deaths: z.number().int() })),
});

const keyOf = (item: Item) => `${attemptKey(item)} ${item.need}`;

/**
 * Logs and artifacts over which a sync died: out of memory, out of time, killed. What was being read then is
 * suspected, all of it; suspects are read last and one by one, so that the next death names one. A sync that ends
 * leaves no note of what it read.
 */
export class Suspects {
  readonly #suspects = new Map<string, Item & { deaths: number }>();

  /** @param note of the sync before; null: it ended, or read nothing. A note that is not ours says nothing. */
  constructor(note: string | null) {
    const { reading, suspects } = parse(note);
    for (const suspect of suspects) this.#suspects.set(keyOf(suspect), suspect);
    for (const item of reading)
      this.#suspects.set(keyOf(item), { ...item, deaths: this.deathsOf(item, item.need) + 1 });
  }

  deathsOf(attempt: Attempt, need: Need): number {
    return this.#suspects.get(keyOf({ ...attempt, need }))?.deaths ?? 0;
  }

  /** It was read, or nobody will try it again. */
  clear(attempt: Attempt, need: Need): void {
    this.#suspects.delete(keyOf({ ...attempt, need }));
  }

  /** The note to leave while these are read; null: there is nothing to say. */
  note(attempts: readonly Attempt[], need: Need): string | null {
    const reading = attempts
      .slice(0, MOST_NOTED)
      .map(({ run_id, run_attempt }) => ({ run_id, run_attempt, need }));
    const suspects = [...this.#suspects.values()];
    return reading.length + suspects.length === 0 ? null : JSON.stringify({ reading, suspects });
  }
}

function parse(note: string | null): z.infer<typeof Note> {
  try {
    return Note.parse(JSON.parse(note ?? ""));
  } catch {
    return { reading: [], suspects: [] };
  }
}
