import type { Checkout } from "#io/checkout.ts";
import { GitFailed } from "#io/git.ts";
import type { FileChange, SignedCommits } from "#io/github/signed-commits.ts";
import type { Changes } from "#io/record-tree.ts";

/** Puts changes on top of the branch's tip by commits that GitHub makes; gives the branch's newest, fetched. */
export async function signedOnTip(
  { git, branch, fetchTip }: Checkout,
  signed: SignedCommits,
  tip: string | null,
  changes: Changes,
  prefix: string,
  message: string,
): Promise<string> {
  const files: FileChange[] = [];
  for (const [path, id] of changes) {
    const content = id === null ? null : Buffer.from(await git(["cat-file", "blob", id]));
    files.push({ path: `${prefix}${path}`, content });
  }
  // Where it takes several commits, none may say of something that it is stored which only the next one brings.
  files.sort((a, b) => Number(isState(a)) - Number(isState(b)));
  const made = await signed.commit(branch, tip, files, message);
  const fetched = await fetchTip();
  if (made === null || fetched === null)
    throw new GitFailed("commit", `[rejected] ${branch} shows another commit than ${tip}`);
  return fetched;
}

function isState({ path }: FileChange): boolean {
  return path.endsWith("/state.json");
}
