export type EntryReading = {
  bytes: number;
  /** Why it is not all of it; null when it is. */
  problem: string | null;
};

export type ArchiveEntry = {
  /** As the archive says; a label, never a path. */
  name: string;
  /** As declared. */
  size: number;
  /** Hands the content to `push` in pieces, which are valid during the call only. */
  read(push: (bytes: Uint8Array) => void): Promise<EntryReading>;
};

export type Archive =
  | { status: "open"; entries: ArchiveEntry[]; skipped: { name: string; reason: string }[] }
  | {
      /** Nothing of it can be read; ask for the jobs' logs one by one. */
      status: "refused";
      reason: "not_a_zip" | "truncated" | "duplicate_names" | "corrupt" | "too_large";
      detail: string;
    };

/** Opens a run's log archive from memory or from a file. Never rejects for what the archive holds. */
export async function openArchive(_source: Buffer | string): Promise<Archive> {
  throw new Error("being written");
}
