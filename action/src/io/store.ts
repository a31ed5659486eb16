import type { Store } from "#app/effects.ts";

/**
 * The records of one repository as files under `root/<owner>/<repo>/`. Every write is atomic, and none when the
 * bytes are equal. A file that is corrupt, foreign or newer than this code throws a UserError that names it and
 * says how to recover; it is never overwritten.
 */
export function directoryStore(root: string, repository: string): Store {
  throw new Error(`not yet: ${root} ${repository}`);
}
