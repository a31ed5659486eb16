import { type DayChange, eventChanges } from "#core/audit/event-changes.ts";
import type { StoredEvent } from "#core/records/event.ts";
import type { Forgotten } from "#core/records/forgotten.ts";
import type { JournalEntry } from "#core/records/journal.ts";
import { sha256 } from "#core/sha256.ts";
import { dayOf, type Utc } from "#core/time.ts";

/** One commit of the data branch, on the way from its first to its newest. */
export type Commit = {
  sha: string;
  at: Utc;
  /** As the commit says, which anybody can write: text of strangers. */
  author: string;
  parents: readonly string[];
  /** Days of which it changed events. */
  days: readonly DayChange[];
};

/**
 * `removed`, `changed`: lines of `events/` that a commit took or altered without a reason that is signed for.
 * `rewritten`: the history no longer holds a commit that somebody remembers. `merged`: it is no single line.
 * `unreadable`: a file could not be read, so nothing is known of its lines.
 */
export type Finding = {
  kind: "removed" | "changed" | "rewritten" | "merged" | "unreadable";
  commit: string;
  at: Utc | null;
  author: string | null;
  path: string | null;
  message: string;
};

export type Verification = {
  tip: string | null;
  commits: number;
  /** Lines of events that commits added, all together. */
  added: number;
  findings: Finding[];
  /** What went lawfully, with its reason. */
  explained: { commit: string; path: string; what: string; lines: number }[];
  /** Tips that the journal or somebody remembers, and that the history holds. */
  remembered: number;
};

/** Walks a history commit by commit; nothing of it is held but what was found. */
export class Verifier {
  readonly #found: Verification = {
    ...{ tip: null, commits: 0, added: 0, remembered: 0 },
    findings: [],
    explained: [],
  };
  readonly #known = new Set<string>();

  add(commit: Commit): void {
    this.#found.tip = commit.sha;
    this.#found.commits += 1;
    this.#known.add(commit.sha);
    if (commit.parents.length > 1)
      this.#tell("merged", commit, null, "joins two lines of history, which no sync of ours does");
    for (const day of commit.days) this.#addDay(commit, day);
  }

  /** A file of events that could not be read at that commit. */
  unreadable(commit: Omit<Commit, "days">, path: string, why: string): void {
    this.#tell("unreadable", commit, path, why);
  }

  #addDay(commit: Commit, day: DayChange): void {
    const { added, removed, changed, explained } = eventChanges(day);
    this.#found.added += added;
    for (const each of explained) this.#found.explained.push({ commit: commit.sha, path: day.path, ...each });
    if (removed.length > 0) this.#tell("removed", commit, day.path, `removed ${listed(removed)}`);
    if (changed.length > 0) this.#tell("changed", commit, day.path, `changed ${listed(changed)}`);
  }

  /**
   * @param journal of the newest commit: each sync remembers the commit it began with
   * @param since a commit that somebody remembers; null: nobody does
   */
  finish(
    journal: readonly Pick<JournalEntry, "started_at" | "data_tip">[],
    { histories }: Pick<Forgotten, "histories">,
    since: string | null,
  ): Verification {
    const remembered = journal.flatMap(({ started_at, data_tip: tip }) =>
      tip == null ? [] : [{ tip, at: started_at, by: `the sync of ${started_at}` }],
    );
    const all = since === null ? remembered : [...remembered, { tip: since, at: null, by: "--since" }];
    const told = new Set<string>();
    for (const { tip, at, by } of all) {
      if (told.has(tip)) continue;
      told.add(tip);
      if ([...this.#known].some((sha) => sha.startsWith(tip))) {
        this.#found.remembered += 1;
        continue;
      }
      const signed = histories.find(
        ({ on, tip: former }) => former === tip || (at !== null && dayOf(at) <= on),
      );
      if (signed !== undefined)
        this.#explain(
          tip,
          `the history was replaced on ${signed.on}${signed.by === null ? "" : ` by ${signed.by}`}: ${signed.reason}`,
        );
      else
        this.#tell(
          "rewritten",
          { sha: tip, at, author: null },
          null,
          `the history no longer holds ${tip.slice(0, 12)}, which ${by} knew`,
        );
    }
    return this.#found;
  }

  #explain(commit: string, what: string): void {
    this.#found.explained.push({ commit, path: "", what, lines: 0 });
  }

  #tell(
    kind: Finding["kind"],
    { sha, at, author }: { sha: string; at: Utc | null; author: string | null },
    path: string | null,
    message: string,
  ): void {
    this.#found.findings.push({ kind, commit: sha, at, author, path, message });
  }
}

const MOST_NAMED = 3;

function listed(keys: readonly string[]): string {
  const more = keys.length > MOST_NAMED ? `, and ${keys.length - MOST_NAMED} more` : "";
  return `${keys.length === 1 ? "a line" : `${keys.length} lines`}: ${keys.slice(0, MOST_NAMED).join(", ")}${more}`;
}

/**
 * The head of the chain over all lines, in their order: each link is the digest of the one before it and of the line.
 * Whoever has the files alone can make it again and compare.
 */
export class EventChain {
  lines = 0;
  head = sha256("");

  add(event: StoredEvent): void {
    this.lines += 1;
    this.head = sha256(`${this.head}\n${JSON.stringify(event)}`);
  }
}
