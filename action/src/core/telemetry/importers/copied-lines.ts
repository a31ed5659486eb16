import { inputHash } from "#core/telemetry/input-hash.ts";

/** Beyond this what came last is believed to be new. */
const MOST = 100_000;

/**
 * The same lines may lie in several files: one that a program wrote, and one that was collected. Each counts as often
 * as the file has it that has it most, for within one file equal lines are told on purpose.
 */
export class CopiedLines {
  readonly #most = new Map<string, number>();
  #path: string | null = null;
  #here = new Map<string, number>();

  /** Whether another file told this line as often. Files come one after the other. */
  isCopy(path: string, line: string): boolean {
    if (path !== this.#path) [this.#path, this.#here] = [path, new Map()];
    const hash = inputHash(line) ?? "";
    const times = (this.#here.get(hash) ?? 0) + 1;
    const most = this.#most.get(hash) ?? 0;
    if (this.#here.size < MOST) this.#here.set(hash, times);
    if (times <= most) return true;
    if (this.#most.size < MOST) this.#most.set(hash, times);
    return false;
  }
}
