import { type Piece, pieceKey } from "#core/attempts/pieces.ts";
import { type LeftOut, reasonOf } from "#core/documents/sources/left-out.ts";

/** What was left out of which document. */
export class Blame {
  readonly leftOut: LeftOut[] = [];
  readonly #guilty = new Map<string, Set<string>>();

  of(document: string): ReadonlySet<string> {
    return this.#guilty.get(document) ?? new Set();
  }

  put(document: string, pieces: readonly Piece[], thrown: unknown): void {
    const guilty = this.#guilty.get(document) ?? new Set();
    this.#guilty.set(document, guilty);
    for (const piece of pieces) {
      if (guilty.has(pieceKey(piece))) continue;
      guilty.add(pieceKey(piece));
      this.leftOut.push({ document, ...piece, reason: reasonOf(thrown) });
    }
  }
}
