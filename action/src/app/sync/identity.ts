import type { Probe, RecordFolders } from "#app/effects.ts";
import { type Home, isOtherName, readHome } from "#core/sync/payload/home.ts";

/** Folders without a number, from before it was stored, are asked for by name; there are few. */
const MOST_ASKED = 10;

/**
 * The name under which a repository's records are kept: its history has one identity, GitHub's number, and the name
 * may change. Where nothing is stored under the name, GitHub is asked whether it is one of those that are; records
 * under an older name move to today's. Nothing is asked where the name is known, or where nothing is stored at all.
 */
export async function settleName(
  { ask, folders }: { ask: Probe; folders: RecordFolders },
  named: string,
): Promise<{ repository: string; hasMoved: boolean }> {
  const asNamed = (repository: string) => ({ repository, hasMoved: false });
  const known = await folders.list();
  if (known.length === 0) return asNamed(named);
  const stored = known.find(({ repository }) => !isOtherName(repository, named));
  if (stored !== undefined) return asNamed(stored.repository);
  const home = await homeOf(ask, named);
  if (home === null) return asNamed(named);
  const former = await folderOf(ask, known, home);
  if (former === null) return asNamed(named);
  const hasMoved = isOtherName(former, home.full_name);
  if (hasMoved) await folders.move(former, home);
  return { repository: home.full_name, hasMoved };
}

async function homeOf(ask: Probe, repository: string): Promise<Home | null> {
  const { status, body } = await ask(`/repos/${repository}`);
  return status === 200 ? readHome(body) : null;
}

async function folderOf(
  ask: Probe,
  known: readonly { repository: string; id: number | null }[],
  home: Home,
): Promise<string | null> {
  const same = known.find(({ id, repository }) => id === home.id || !isOtherName(repository, home.full_name));
  if (same !== undefined) return same.repository;
  // An old name leads to where the repository is today.
  for (const { repository } of known.filter(({ id }) => id === null).slice(0, MOST_ASKED))
    if ((await homeOf(ask, repository))?.id === home.id) return repository;
  return null;
}
