import type { Store } from "#app/effects.ts";
import { type Commit, EventChain, type Verification, Verifier } from "#core/audit/verification.ts";
import { NOTHING_FORGOTTEN } from "#core/records/forgotten.ts";
import type { JournalEntry } from "#core/records/journal.ts";

/** What the audit trail is worth: its history walked, and the chain over the lines that it holds today. */
export type Verified = Verification & { chain: { lines: number; head: string } };

type SeenCommit = Commit & { unreadable: readonly { path: string; why: string }[] };

/** @param since a commit that somebody remembers */
export async function verifyEvents(
  store: Store,
  history: AsyncIterable<SeenCommit>,
  since: string | null,
): Promise<Verified> {
  const verifier = new Verifier();
  for await (const commit of history) {
    verifier.add(commit);
    for (const { path, why } of commit.unreadable) verifier.unreadable(commit, path, why);
  }
  const journal: JournalEntry[] = [];
  for (const month of await store.days("journal")) journal.push(...(await store.read("journal", month)));
  const chain = new EventChain();
  for (const day of await store.days("events"))
    for (const event of await store.read("events", day)) chain.add(event);
  const forgotten = (await store.readForgotten()) ?? NOTHING_FORGOTTEN;
  return {
    ...verifier.finish(journal, forgotten, since),
    chain: { lines: chain.lines, head: chain.head },
  };
}
