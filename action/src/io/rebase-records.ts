import { entry } from "#core/entry.ts";
import { dataFile, mergedPath, recordPath } from "#core/records/files.ts";
import { type Forgotten, mergeForgotten, NOTHING_FORGOTTEN } from "#core/records/forgotten.ts";
import { parseSingle } from "#core/records/parse.ts";
import { reapply, type Texts } from "#core/records/reapply.ts";
import type { Git } from "#io/git.ts";
import { type Changes, difference, type RecordTree } from "#io/record-tree.ts";

/**
 * What `ours` changed since `base`, as changes to `theirs`: files that only we touched are taken, files that both
 * touched are merged record by record.
 */
export async function rebaseRecords(
  git: Git,
  base: RecordTree,
  ours: RecordTree,
  theirs: RecordTree,
): Promise<Changes> {
  const touched = new Set([...difference(base, ours).keys()].map(groupOf));
  const groups = new Map<string, string[]>();
  for (const path of new Set([...base.keys(), ...ours.keys(), ...theirs.keys()]))
    if (touched.has(groupOf(path))) entry(groups, groupOf(path), () => []).push(path);

  const changes = new Map<string, string | null>();
  for (const paths of groups.values()) {
    const [mine, other] = [part(ours, paths), part(theirs, paths)];
    const forgotten = await forgottenBy(git, paths[0] ?? "", [ours, theirs]);
    const onlyWe = difference(part(base, paths), other).size === 0;
    const isOurs = onlyWe && forgotten === NOTHING_FORGOTTEN;
    const wanted = isOurs ? mine : await merge(git, part(base, paths), mine, other, forgotten);
    for (const [path, id] of difference(other, wanted)) changes.set(path, id);
  }
  return changes;
}

/** Merges the files of one group: one stored file, or all parts of one day. */
async function merge(
  git: Git,
  base: RecordTree,
  ours: RecordTree,
  theirs: RecordTree,
  forgotten: Forgotten,
): Promise<RecordTree> {
  const [path = ""] = [...ours.keys(), ...theirs.keys()];
  const found = dataFile(path);
  if (found === null) return ours; // our README
  const texts = async (tree: RecordTree): Promise<Texts> => {
    const entries = [...tree].map(
      async ([name, id]) => [name.slice(found.folder.length), await git(["cat-file", "blob", id])] as const,
    );
    return new Map(await Promise.all(entries));
  };
  const merged = reapply(
    found.file,
    await texts(base),
    await texts(ours),
    await texts(theirs),
    `(pushed by another sync) ${found.folder}`,
    forgotten,
  );
  const wanted = new Map<string, string>();
  for (const [name, text] of merged)
    wanted.set(
      `${found.folder}${name}`,
      (await git(["hash-object", "-w", "--stdin"], { input: text })).trim(),
    );
  return wanted;
}

/** What either side was told to forget of the repository that a file is of. */
async function forgottenBy(git: Git, path: string, trees: readonly RecordTree[]): Promise<Forgotten> {
  const folder = dataFile(path)?.folder;
  let all = NOTHING_FORGOTTEN;
  if (folder === undefined) return all;
  for (const tree of trees) {
    const id = tree.get(`${folder}${recordPath({ kind: "forgotten" })}`);
    if (id === undefined) continue;
    const text = await git(["cat-file", "blob", id]);
    all = mergeForgotten(all, parseSingle("forgotten", text, `${folder}forgotten.json`));
  }
  return all;
}

function groupOf(path: string): string {
  const found = dataFile(path);
  return found === null ? path : `${found.folder}${mergedPath(found.file)}`;
}

function part(tree: RecordTree, paths: readonly string[]): RecordTree {
  return new Map([...tree].filter(([path]) => paths.includes(path)));
}
