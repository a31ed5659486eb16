import { tmpdir } from "node:os";
import type { Report, Safekeeping } from "#app/effects.ts";
import { describe, UserError } from "#core/errors.ts";
import { type DataBranch, openDataBranch } from "#io/data-branch.ts";
import { kindOfTrouble } from "#io/git-trouble.ts";
import { signedCommits } from "#io/github/signed-commits.ts";
import type { NoteKeeper } from "#io/safekeeping.ts";
import { type Context, repositoryOf } from "./context.ts";
import type { Place } from "./place.ts";

/** Records on the data branch, which is fetched for it. */
export async function onBranch({ options, surroundings, report, clock, ...rest }: Context): Promise<Place> {
  const watched = repositoryOf({ options, surroundings, report, clock, ...rest });
  // Records of other repositories are kept in the one that runs us.
  const repository = surroundings.repository ?? watched;
  const { token } = options;
  const { apiUrl, serverUrl } = surroundings;
  const branch = await openDataBranch({
    ...{ serverUrl, repository, token: token || null },
    signed: token === "" ? null : signedCommits({ apiUrl, token, repository, clock, report }),
    branch: options["data-branch"],
    workDir: options["data-branch"] === "." ? surroundings.workspace : (surroundings.temporary ?? tmpdir()),
    dataDir: options["data-dir"],
    report,
    clock,
  });
  return {
    repository: watched,
    directory: branch.directory,
    branch,
    read: (path) => branch.readDefaultBranchFile(path),
    list: (folder) => branch.listDefaultBranchFolder(folder),
    safekeeping: branchSafekeeping(branch, branch.noteOf(watched), watched, report),
    async publish(message) {
      const { committed, sha, tries } = await branch.publish(message);
      const again = tries > 1 ? ` after ${tries} tries` : "";
      report.info(committed ? `Pushed ${sha} to ${options["data-branch"]}${again}` : "Nothing to commit");
    },
    // In a job the runner empties its temporary folder, and later steps may read the records.
    close: async () => (surroundings.temporary === null ? branch.close() : undefined),
  };
}

/** A sync goes on without a checkpoint or a note that could not be pushed, unless no push will ever be taken. */
function branchSafekeeping(
  branch: DataBranch,
  note: NoteKeeper,
  repository: string,
  report: Report,
): Safekeeping {
  const unheard = (error: unknown): null => {
    report.debug(describe(error));
    return null;
  };
  return {
    async checkpoint() {
      try {
        const { committed, sha, merged } = await branch.publish(`Sync ${repository}: what is done so far`);
        if (committed) report.info(`Checkpoint: pushed ${sha?.slice(0, 7)}`);
        return { merged };
      } catch (error) {
        if (!(error instanceof UserError) || kindOfTrouble(error.cause) === "final") throw error;
        report.warn(`The work so far could not be published yet: ${error.message}`);
        return { merged: false };
      }
    },
    readNote: () => note.readNote().catch(unheard),
    writeNote: async (text) => void (await note.writeNote(text).catch(unheard)),
  };
}
