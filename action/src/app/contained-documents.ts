import { guiltyAttempts, works } from "#app/guilty-attempts.ts";
import {
  DOCUMENT_NAMES,
  type DocumentName,
  type Documents,
  FOLDS,
  type Made,
  type Sources,
} from "#core/documents/documents.ts";
import { type LeftOut, reasonOf } from "#core/documents/left-out.ts";
import { guiltyOf, type Piece, pieceKey, type Told, without } from "#core/documents/pieces.ts";
import { guiltySources } from "#core/documents/told-sources.ts";

/** Every stored attempt, oldest day first: once for all documents, and again for those that broke. */
export type Attempts = () => AsyncIterable<Told>;

type Making = { add(run: Told["run"], facts: Told["facts"]): void; finish(made: Made): unknown };
export type Folds = Readonly<Record<DocumentName, (sources: Sources) => Making>>;

/** How often a document is begun anew, without what it broke on, before it goes on with what it has. */
const MOST_BEGINNINGS = 4;

/**
 * Makes every document, in one pass over the attempts as long as nothing breaks. A document that breaks on a record is
 * made again without it, and says so; all others are what they would have been.
 */
export async function containedDocuments(
  sources: Sources,
  attempts: Attempts,
  folds: Folds = FOLDS,
): Promise<Documents> {
  const leftOut: LeftOut[] = [];
  const makers = DOCUMENT_NAMES.map((name) => new Maker(name, folds[name], sources, leftOut));
  await feed(makers, attempts);
  const made = { leftOut: leftOut as readonly LeftOut[] } as Made;
  for (const maker of makers) Object.assign(made, { [maker.name]: await maker.finish(made, attempts) });
  return made;
}

/** Feeds the attempts to all of them, and again to those that broke. */
async function feed(makers: readonly Maker[], attempts: Attempts): Promise<void> {
  let open = makers;
  for (let beginning = 1; open.length > 0; beginning += 1) {
    const last = beginning === MOST_BEGINNINGS;
    for (const maker of open) maker.begin();
    for await (const told of attempts()) for (const maker of open) maker.add(told, last);
    open = last ? [] : open.filter(({ broken }) => broken);
  }
}

/** One document in the making. */
class Maker {
  readonly name: DocumentName;
  broken = false;
  readonly #make: (sources: Sources) => Making;
  readonly #leftOut: LeftOut[];
  readonly #guilty = new Set<string>();
  #sources: Sources;
  #fold: Making | undefined;
  #n = 0;

  constructor(name: DocumentName, make: (sources: Sources) => Making, sources: Sources, leftOut: LeftOut[]) {
    this.name = name;
    this.#make = make;
    this.#sources = sources;
    this.#leftOut = leftOut;
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

  /** @param last it is not begun again: what broke it is left out as far as that goes */
  add(told: Told, last: boolean): void {
    const rest = without(told, this.#guilty);
    if (rest === null) return;
    this.#n += 1;
    try {
      this.#fold?.add(rest.run, rest.facts);
    } catch (thrown) {
      this.#blame(
        guiltyOf(rest, (part) => !works(() => this.#make(this.#sources).add(part.run, part.facts))),
        thrown,
      );
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
      return { add: fold.add, finish: () => fold.finish(made) };
    };
    const rest = () => this.#withoutGuilty(attempts);
    const found = await guiltyAttempts(rest, this.#n, start);
    for (const told of found)
      this.#blame(
        guiltyOf(told, ({ run, facts }) => {
          const fold = start();
          return !works(() => fold.add(run, facts)) || !works(fold.finish);
        }),
        thrown,
      );
    return found.length > 0;
  }

  /** Whether one of the lists that it is made from besides attempts is to blame; it is made without that then. */
  #blameSources(use: (fold: Making) => unknown, thrown: unknown): boolean {
    const breaks = (sources: Sources) => !works(() => use(this.#make(sources)));
    const { sources, guilty } = guiltySources(this.#sources, breaks);
    this.#sources = sources;
    this.#blame(guilty, thrown);
    return guilty.length > 0;
  }

  async *#withoutGuilty(attempts: Attempts): AsyncIterable<Told> {
    for await (const told of attempts()) {
      const rest = without(told, this.#guilty);
      if (rest !== null) yield rest;
    }
  }

  /** As it is of no attempt: nothing is better than something wrong. */
  #ofNothing(made: Made, thrown: unknown): unknown {
    this.#blame([{ kind: "run", key: "all" }], thrown);
    return this.#make(this.#sources).finish(made);
  }

  #blame(pieces: readonly Piece[], thrown: unknown): void {
    for (const piece of pieces) {
      if (this.#guilty.has(pieceKey(piece))) continue;
      this.#guilty.add(pieceKey(piece));
      this.#leftOut.push({ document: this.name, ...piece, reason: reasonOf(thrown) });
    }
  }
}
