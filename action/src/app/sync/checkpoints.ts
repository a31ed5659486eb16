import type { Clock, Safekeeping } from "#app/effects.ts";
import type { Need, PendingRun } from "#core/records/state.ts";
import { Suspects } from "#core/sync/suspects.ts";
import { epoch } from "#core/time.ts";

/** What a sync that is killed loses at most, and the pace of its commits. */
const CHECKPOINT_SECONDS = 120;

/** What of a sync outlives its death: the work so far, and what it was about to open. */
export class Checkpoints {
  readonly #safekeeping: Safekeeping;
  readonly #clock: Clock;
  #dueAt: number;
  #suspects: Promise<Suspects> | null = null;
  #note: string | null = null;

  constructor(safekeeping: Safekeeping, clock: Clock) {
    this.#safekeeping = safekeeping;
    this.#clock = clock;
    this.#dueAt = epoch(clock.now()) + CHECKPOINT_SECONDS;
  }

  get isDue(): boolean {
    return epoch(this.#clock.now()) >= this.#dueAt;
  }

  /** Publishes what the store holds. @returns whether the store holds another sync's work as well now */
  async publish(): Promise<boolean> {
    const { merged } = await this.#safekeeping.checkpoint();
    this.#dueAt = epoch(this.#clock.now()) + CHECKPOINT_SECONDS;
    return merged;
  }

  /** What earlier syncs died over; asked for when something of that kind is to be read. */
  suspects(): Promise<Suspects> {
    this.#suspects ??= this.#safekeeping.readNote().then((note) => {
      this.#note = note;
      return new Suspects(note);
    });
    return this.#suspects;
  }

  /** Notes what is about to be read. */
  async note(entries: readonly PendingRun[], need: Need): Promise<void> {
    const text = (await this.suspects()).note(entries, need);
    if (text === this.#note) return;
    await this.#safekeeping.writeNote(text);
    this.#note = text;
  }

  /** Takes back what was noted: this sync has lived. */
  async settle(): Promise<void> {
    if (this.#suspects !== null) await this.note([], "reading");
  }
}
