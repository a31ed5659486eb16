import * as z from "zod";
import { UserError } from "#core/errors.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";
import { graphqlAddress } from "#io/github/graphql-address.ts";
import { type ClientOptions, Sender } from "#io/github/sender.ts";

/** A file of a branch, by its path there; null removes it. */
export type FileChange = { path: string; content: Buffer | null };

/** Commits that GitHub makes itself, and signs, for branches that take no others. */
export type SignedCommits = {
  /**
   * Puts changes on top of a branch, in as many commits as their size asks for, in their order.
   *
   * @param parent the commit that the branch is expected to show; null: there is no such branch yet
   * @returns the branch's newest commit; null when it shows another commit than expected
   * @throws UserError with GitHub's reason and a remedy
   */
  commit(
    branch: string,
    parent: string | null,
    changes: readonly FileChange[],
    message: string,
  ): Promise<string | null>;
};

/** GitHub takes some 40 MB a request, a third of which is the encoding's. */
const MOST_BYTES = 15_000_000;
/** Some report that more fail. */
const MOST_FILES = 100;

const COMMIT = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;
const Committed = z.object({
  data: z
    .object({
      createCommitOnBranch: z.object({ commit: z.object({ oid: z.string() }).nullable() }).nullable(),
    })
    .nullish(),
  errors: z.array(z.object({ type: z.string().nullish(), message: z.string() })).nullish(),
});
const Made = z.object({ sha: z.string() });

export function signedCommits(options: ClientOptions): SignedCommits {
  const sender = new Sender(options);
  const [owner = "", repo = ""] = options.repository.split("/");

  async function onTop(branch: string, parent: string, changes: readonly FileChange[], message: string) {
    const input = {
      branch: { repositoryNameWithOwner: options.repository, branchName: branch },
      expectedHeadOid: parent,
      message: { headline: message },
      fileChanges: fileChanges(changes),
    };
    const asked = { query: COMMIT, variables: { input } };
    const { data } = await sender.send("POST /graphql", graphqlAddress(options.apiUrl), asked, {
      creates: true,
    });
    const answer = Committed.parse(data);
    const [problem] = answer.errors ?? [];
    if (problem?.type === "STALE_DATA") return null;
    const oid = answer.data?.createCommitOnBranch?.commit?.oid;
    if (oid === undefined) throw refused(branch, problem?.message ?? "it gave no reason");
    return oid;
  }

  /** A branch that begins with one small file, and has no history of another. */
  async function begin(branch: string, { path, content }: FileChange, message: string): Promise<string> {
    const create = async (route: string, parameters: object) =>
      (await sender.send(`POST ${route}`, route, { owner, repo, ...parameters }, { creates: true })).data;
    const file = { path, mode: "100644", type: "blob", content: content?.toString("utf8") ?? "" };
    const tree = Made.parse(await create("/repos/{owner}/{repo}/git/trees", { tree: [file] }));
    // Without an author of ours: then it is the token's bot, and GitHub signs it.
    const commit = { message, tree: tree.sha, parents: [] };
    const { sha } = Made.parse(await create("/repos/{owner}/{repo}/git/commits", commit));
    await create("/repos/{owner}/{repo}/git/refs", { ref: `refs/heads/${branch}`, sha });
    return sha;
  }

  return {
    async commit(branch, parent, changes, message) {
      try {
        // A branch that is new has nothing to remove.
        const [smallest] = changes.toSorted((a, b) => sizeOf(a) - sizeOf(b));
        if (smallest === undefined) return parent;
        let tip = parent ?? (await begin(branch, smallest, message));
        const left = parent === null ? changes.filter((change) => change !== smallest) : changes;
        for (const part of parts(left)) {
          const next = await onTop(branch, tip, part, message);
          if (next === null) return null;
          tip = next;
        }
        return tip;
      } catch (error) {
        throw error instanceof RequestFailed ? refused(branch, error.message) : error;
      }
    },
  };
}

function fileChanges(changes: readonly FileChange[]) {
  return {
    additions: changes.flatMap(({ path, content }) =>
      content === null ? [] : [{ path, contents: content.toString("base64") }],
    ),
    deletions: changes.flatMap(({ path, content }) => (content === null ? [{ path }] : [])),
  };
}

function parts(changes: readonly FileChange[]): FileChange[][] {
  const made: FileChange[][] = [];
  let bytes = 0;
  for (const change of changes) {
    const last = made.at(-1);
    bytes += sizeOf(change);
    if (last !== undefined && last.length < MOST_FILES && bytes <= MOST_BYTES) last.push(change);
    else {
      made.push([change]);
      bytes = sizeOf(change);
    }
  }
  return made;
}

function sizeOf({ content }: FileChange): number {
  return content?.length ?? 0;
}

function refused(branch: string, reason: string): UserError {
  return new UserError(
    `The branch ${branch} takes signed commits only, and GitHub did not make one for this token: ${reason}`,
    "Give the job `permissions: contents: write` and leave `token` out, so that its commits are github-actions[bot]'s, which GitHub signs; or take the data branch out of the rule that requires signed commits (repository → Settings → Rules).",
  );
}
