import { relative } from "node:path";
import type { Clock, Report } from "#app/effects.ts";
import { describe, UserError } from "#core/errors.ts";
import type { Checkout } from "#io/checkout.ts";
import { explained, kindOfTrouble, wantsSignature } from "#io/git-trouble.ts";
import type { SignedCommits } from "#io/github/signed-commits.ts";
import { rebaseRecords } from "#io/rebase-records.ts";
import { commitOn, committedRecords, difference, writtenRecords } from "#io/record-tree.ts";
import { signedOnTip } from "#io/signed-on-tip.ts";

export type Published = {
  committed: boolean;
  sha: string | null;
  tries: number;
  /** Somebody else had pushed: the folder holds their records as well now. */
  merged: boolean;
};

/** Where the records are: the folder on disk, and its path on the branch with a slash at the end. */
export type Place = { directory: string; prefix: string };

/** Every lost race is somebody else's success; five syncs at once need five. */
const MAX_TRIES = 5;
const FIRST_WAIT_SECONDS = 1;

/**
 * Commits what the folder has beyond `head` and pushes it. The push names the commit it expects there, so it never
 * overwrites; when that is another by now, our changes are merged onto theirs and pushed again. Files and branch of
 * the checkout follow once it landed, and not before. Where the branch takes signed commits only, GitHub makes them.
 *
 * @throws UserError with a remedy when it cannot be pushed
 */
export async function publishRecords(
  checkout: Checkout,
  head: string | null,
  place: Place,
  message: string,
  { report, clock, signed = null }: { report: Report; clock: Clock; signed?: SignedCommits | null },
): Promise<Published> {
  const { git, branch } = checkout;
  const base = await committedRecords(git, head, place.prefix);
  const ours = await writtenRecords(git, checkout.workTree, place.directory);
  const changes = difference(base, ours);
  if (changes.size === 0) return { committed: false, sha: head, tries: 0, merged: false };

  const first = await commitOn(git, head, changes, place.prefix, message);
  let [tip, commit, onTop] = [head, first, changes];
  let isSigning = false;
  for (let tries = 1; ; tries += 1) {
    try {
      if (tries > 1) {
        tip = await checkout.fetchTip();
        if (tip === null && head !== null) throw deleted(branch);
        const landed = tip === commit; // the answer was lost, not the push
        const theirs = await committedRecords(git, tip, place.prefix);
        onTop = await rebaseRecords(git, base, ours, theirs);
        if (!landed && onTop.size > 0) commit = await commitOn(git, tip, onTop, place.prefix, message);
        else {
          await follow(checkout, head, first, tip ?? first, place, report);
          return { committed: landed, sha: tip, tries, merged: !landed };
        }
      }
      if (isSigning && signed !== null)
        commit = await signedOnTip(checkout, signed, tip, onTop, place.prefix, message);
      else await push(checkout, tip, commit);
      await follow(checkout, head, first, commit, place, report);
      return { committed: true, sha: commit, tries, merged: tip !== head };
    } catch (error) {
      if (!isSigning && signed !== null && wantsSignature(error)) {
        report.info(`${branch} takes signed commits only, so GitHub makes and signs them.`);
        isSigning = true;
        continue;
      }
      if (tries === MAX_TRIES || kindOfTrouble(error) === "final")
        throw explained(
          error,
          `Cannot publish to branch ${branch}${tries > 1 ? ` after ${tries} tries` : ""}`,
        );
      report.info(`Push ${tries} of ${MAX_TRIES} to ${branch} did not land; merging and trying again.`);
      report.debug(describe(error));
      await clock.sleep(FIRST_WAIT_SECONDS * 2 ** (tries - 1) * Math.random());
    }
  }
}

async function push({ git, branch }: Checkout, tip: string | null, commit: string): Promise<void> {
  const ref = `refs/heads/${branch}`;
  await git(["push", "--quiet", `--force-with-lease=${ref}:${tip ?? ""}`, "origin", `${commit}:${ref}`]);
}

/** Moves the branch, its index and its files from `head` to what is on the remote now; files of others stay. */
async function follow(
  checkout: Checkout,
  head: string | null,
  first: string,
  commit: string,
  place: Place,
  report: Report,
): Promise<void> {
  const { git } = checkout;
  try {
    await git(["update-ref", "HEAD", first, head ?? ""]);
    await git(["reset", "--quiet", "--", relative(checkout.workTree, place.directory)]);
    if (commit !== first) await git(["reset", "--quiet", "--keep", commit]);
  } catch (error) {
    report.warn(
      `The records are published, but the checkout could not follow; pull before you go on. ${describe(error)}`,
    );
  }
}

function deleted(branch: string): UserError {
  return new UserError(
    `The branch ${branch} was deleted while the sync ran.`,
    "Restore it on GitHub (repository → Activity), or run the sync again: it begins a new branch with what GitHub still has.",
  );
}
