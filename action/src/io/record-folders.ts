import { lstat, mkdir, readdir, rename, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { RecordFolders } from "#app/effects.ts";
import { UserError } from "#core/errors.ts";
import { repositoryFolders } from "#core/records/files.ts";
import { absent } from "#io/atomic-file.ts";
import { directoryStore } from "#io/store.ts";

/** The repositories whose records a data-dir holds. */
export function recordFolders(directory: string): RecordFolders {
  const folderOf = (repository: string) => join(directory, ...repositoryFolders(repository));
  return {
    async list() {
      const found: { repository: string; id: number | null }[] = [];
      for (const owner of await foldersIn(directory))
        for (const name of await foldersIn(join(directory, owner))) {
          const repository = `${owner}/${name}`;
          if (!isName(repository)) continue;
          const stored = await directoryStore(directory, repository)
            .readRepository()
            .catch(() => null);
          if (stored !== null) found.push({ repository, id: stored.id ?? null });
        }
      return found;
    },
    async move(from, { id, full_name }) {
      const [old, fresh] = [folderOf(from), folderOf(full_name)];
      if ((await lstat(fresh).catch(absent)) !== null)
        throw new UserError(
          `The repository ${from} is called ${full_name} now, but there are records under both names.`,
          `Move one of the folders of the data-dir away: ${from} or ${full_name}.`,
        );
      await mkdir(dirname(fresh), { recursive: true });
      await rename(old, fresh);
      // The old owner's folder, unless it holds records of others.
      await rmdir(dirname(old)).catch(() => {});
      const store = directoryStore(directory, full_name);
      const repository = await store.readRepository();
      if (repository !== null) {
        const html_url = repository.html_url.replace(/\/[^/]+\/[^/]+$/, `/${full_name}`);
        await store.writeRepository({ ...repository, id, full_name, html_url });
      }
    },
  };
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(absent);
  return (entries ?? [])
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function isName(repository: string): boolean {
  try {
    return repositoryFolders(repository).length === 2;
  } catch {
    return false;
  }
}
