import type { Blame } from "#app/blame.ts";
import { guiltyAttempts, works } from "#app/guilty-attempts.ts";
import type { Attempt, attemptReader } from "#core/attempts/attempt.ts";
import { guiltyOf, type Raw, without } from "#core/attempts/pieces.ts";
import { readable } from "#core/attempts/readable.ts";
import type { AnyRow, Making } from "#core/documents/row/row.ts";
import { guiltySources } from "#core/documents/sources/reported-sources.ts";
import type { Sources } from "#core/documents/sources/sources.ts";

/** Every stored attempt, oldest day first: once for all documents, and again for those that broke. */
export type Attempts = () => AsyncIterable<Raw>;

/** By name, those that are finished. */
export type Made = Readonly<Record<string, unknown>>;
type Fold = Making<Made, unknown>;

/** How often a document is begun anew, without what it broke on, before it goes on with what it has. */
const MOST_BEGINNINGS = 4;

/** Feeds the attempts to all of them, and again to those that broke. */
export async function feed(makers: readonly Maker[], attempts: Attempts): Promise<void> {
  let open = makers;
  for (let beginning = 1; open.length > 0; beginning += 1) {
    const last = beginning === MOST_BEGINNINGS;
    for (const maker of open) maker.begin();
    for await (const raw of attempts()) {
      const attempt = open[0]?.read(raw) ?? null;
      for (const maker of open) maker.add(raw, attempt, last);
    }
    open = last ? [] : open.filter(({ broken }) => broken);
  }
}

/** What every document does without: it could not even be read. */
const ALL = "all";

/** One document in the making. */
export class Maker {
  readonly name: string;
  broken = false;
  readonly #make: (sources: Sources) => Fold;
  readonly #read: ReturnType<typeof attemptReader>;
  readonly #blame: Blame;
  #sources: Sources;
  #fold: Fold | undefined;
  #n = 0;

  constructor(
    { name, fold }: AnyRow,
    sources: Sources,
    read: ReturnType<typeof attemptReader>,
    blame: Blame,
  ) {
    this.name = name;
    // Each finds what it needs among those before it: `declare` holds its fold to its list of needs.
    this.#make = fold as (sources: Sources) => Fold;
    this.#sources = sources;
    this.#read = read;
    this.#blame = blame;
  }

  begin(): void {
    this.broken = false;
    this.#n = 0;
    try {
      this.#fold = this.#make(this.#sources);
    } catch (thrown) {
      if (!this.#blameSources(() => undefined, thrown)) throw thrown;
      this.#fold = this.#make(this.#sources);
    }
  }

  /** The attempt, without records that it cannot be read with; null where nothing is left. */
  read(raw: Raw): Attempt | null {
    const { attempt, guilty, thrown } = readable(raw, this.#read);
    this.#blame.put(ALL, guilty, thrown);
    return attempt;
  }

  /**
   * @param attempt as it is read
   * @param last the document is not begun again: what breaks it is left out as far as that goes
   */
  add(raw: Raw, attempt: Attempt | null, last: boolean): void {
    const rest = without(raw, this.#blame.of(this.name));
    const wanted = rest === raw ? attempt : rest === null ? null : this.read(rest);
    if (wanted === null || rest === null) return;
    this.#n += 1;
    try {
      this.#fold?.add(wanted);
    } catch (thrown) {
      const breaks = (part: Raw) => !works(() => this.#make(this.#sources).add(this.#reading(part)));
      this.#blame.put(this.name, guiltyOf(rest, breaks), thrown);
      if (last) return;
      // What it holds by now is anybody's guess. A new one tells what else of this pass it breaks on.
      this.broken = true;
      this.#fold = this.#make(this.#sources);
    }
  }

  /** @param made the documents before it */
  async finish(made: Made, attempts: Attempts): Promise<unknown> {
    for (let beginning = 1; ; beginning += 1)
      try {
        return this.#fold?.finish(made);
      } catch (thrown) {
        const isFound = beginning < MOST_BEGINNINGS && (await this.#findGuilty(made, attempts, thrown));
        if (isFound) await feed([this], attempts);
        else return this.#ofNothing(made, thrown);
      }
  }

  /** Looks for records without which it can be finished. */
  async #findGuilty(made: Made, attempts: Attempts, thrown: unknown): Promise<boolean> {
    if (this.#blameSources((fold) => fold.finish(made), thrown)) return true;
    const start = () => {
      const fold = this.#make(this.#sources);
      return { add: (raw: Raw) => fold.add(this.#reading(raw)), finish: () => fold.finish(made) };
    };
    const found = await guiltyAttempts(() => this.#withoutGuilty(attempts), this.#n, start);
    const breaks = (part: Raw) => {
      const fold = start();
      return !works(() => fold.add(part)) || !works(fold.finish);
    };
    for (const raw of found) this.#blame.put(this.name, guiltyOf(raw, breaks), thrown);
    return found.length > 0;
  }

  /** Whether one of the lists that it is made from besides attempts is to blame; it is made without that then. */
  #blameSources(use: (fold: Fold) => unknown, thrown: unknown): boolean {
    const breaks = (sources: Sources) => !works(() => use(this.#make(sources)));
    const { sources, guilty } = guiltySources(this.#sources, breaks);
    this.#sources = sources;
    this.#blame.put(this.name, guilty, thrown);
    return guilty.length > 0;
  }

  #reading({ run, facts }: Raw): Attempt {
    return this.#read(run, facts);
  }

  /** What is fed to it, as told. */
  async *#withoutGuilty(attempts: Attempts): AsyncIterable<Raw> {
    const guilty = new Set([...this.#blame.of(ALL), ...this.#blame.of(this.name)]);
    for await (const raw of attempts()) {
      const rest = without(raw, guilty);
      if (rest !== null) yield rest;
    }
  }

  /** As it is of no attempt: nothing is better than something wrong. */
  #ofNothing(made: Made, thrown: unknown): unknown {
    this.#blame.put(this.name, [{ kind: "run", key: "all" }], thrown);
    return this.#make(this.#sources).finish(made);
  }
}
