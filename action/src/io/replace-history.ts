import { UserError } from "#core/errors.ts";
import type { Checkout } from "#io/checkout.ts";
import { explained } from "#io/git-trouble.ts";
import { BOT_ENVIRONMENT } from "#io/record-tree.ts";

/**
 * Puts one commit with the files of `head`, and without a parent, in the place of a branch's whole history: what older
 * commits held is then reachable by nobody who clones.
 *
 * @throws UserError when somebody pushed since, or the server lets nobody rewrite the branch
 */
export async function replaceHistory(
  { git, branch }: Checkout,
  head: string | null,
  message: string,
): Promise<string> {
  if (head === null) throw new UserError(`The branch ${branch} has no history.`, "Sync first.");
  try {
    const tree = (await git(["rev-parse", `${head}^{tree}`])).trim();
    const commit = (await git(["commit-tree", tree, "-m", message], { env: BOT_ENVIRONMENT })).trim();
    const ref = `refs/heads/${branch}`;
    await git(["push", "--quiet", `--force-with-lease=${ref}:${head}`, "origin", `${commit}:${ref}`]);
    await git(["update-ref", "HEAD", commit]);
    return commit;
  } catch (error) {
    throw explained(error, `Cannot rewrite branch ${branch}`);
  }
}
