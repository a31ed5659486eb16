import { UserError } from "#core/errors.ts";
import { declinedBecause } from "#io/declined-push.ts";
import { GitFailed } from "#io/git.ts";

/**
 * What git's messages mean and what helps. `raced`: somebody else was faster, merge and push again. `passing`: the
 * same may work in a moment. Ordered: a server that declines says "rejected" too.
 */
type Trouble = { says: RegExp; kind: "raced" | "passing" | "final"; what: string; remedy: string };

const SIGNED_ONLY = /verified signatures|signed commits|must be signed/i;

const TROUBLES: readonly Trouble[] = [
  {
    says: /no space left on device|disk quota exceeded/i,
    kind: "final",
    what: "The disk is full.",
    remedy:
      "Free space (`df -h` shows where; a clone lies in RUNNER_TEMP), or use a runner with a larger disk. Where the message begins with `remote:` it is the server's disk.",
  },
  {
    says: /read-only file system|(?:create|open|write|mkdir|unlink|append)\b[^\n]*: permission denied/i,
    kind: "final",
    what: "This user may not write there.",
    remedy:
      "Give the user who runs this the right to write to the checkout and to RUNNER_TEMP; in a job's container the workspace may belong to another.",
  },
  {
    says: /too many open files/i,
    kind: "final",
    what: "This machine may not open more files.",
    remedy: "Raise the limit (`ulimit -n 4096`) and run it again.",
  },
  {
    says: /internal server error|fatal error in commit_refs|remote unpack failed|unpacker error/i,
    kind: "passing",
    what: "The server failed while it took the push.",
    remedy: "Run the sync again later; if it stays, look at githubstatus.com.",
  },
  {
    says: /cannot contain secrets|GH009|secrets? detected/i,
    kind: "final",
    what: "The server takes something in the records for a secret.",
    remedy:
      "Its message names the file and the line. If it is one, revoke it, and name its pattern under `privacy.redact`; if it is none, allow it at the address in the message, or take the data branch out of push protection. Please report a secret that went through.",
  },
  {
    says: /was archived so it is read-only/i,
    kind: "final",
    what: "The repository is archived.",
    remedy: "Unarchive it (repository → Settings): what is archived runs no workflows either.",
  },
  {
    says: /SAML SSO|re-authorize the/i,
    kind: "final",
    what: "The organization does not know this token at its sign-on.",
    remedy:
      "Authorize it under Settings → Developer settings → Personal access tokens → Configure SSO, or sync with the job's own token (`token` left out).",
  },
  {
    says: /pack exceeds maximum allowed size/i,
    kind: "final",
    what: "The push is larger than the server takes at once.",
    remedy: "Fetch less at a time: begin with a smaller `lookback-days`, and raise it in steps.",
  },
  {
    says: SIGNED_ONLY,
    kind: "final",
    what: "The branch takes signed commits only, and what a sync pushes is not signed.",
    remedy:
      "Give the sync a token (in Actions leave `token` out): GitHub then makes and signs the commits through its API. Or take the data branch out of the rule that requires signed commits (repository → Settings → Rules), or let github-actions[bot] bypass it; the rule may stay on your code's branches.",
  },
  {
    says: /GH001|file size limit|large files detected/i,
    kind: "final",
    what: "A file is larger than the server takes.",
    remedy:
      "Begin a new data-branch (rename the old one; its history stays), and please report which file it was: records are continued in further files long before.",
  },
  {
    says: /GH007|private email/i,
    kind: "final",
    what: "The server protects an email address that the commits show.",
    remedy:
      "Let the sync push with the job's own token (`token` left out): its commits carry github-actions[bot]'s public address. With a person's token, allow it under Settings → Emails, or switch off the block of pushes that expose an address.",
  },
  {
    says: /through a pull request|approving review|required status check/i,
    kind: "final",
    what: "The branch is changed by pull requests only.",
    remedy:
      "Take the data branch out of the rule: nobody reviews records. Or let github-actions[bot] bypass it, or use another data-branch (the default, agentops-data, is apart from your code).",
  },
  {
    says: /GH006|GH013|protected branch|rule violations|hook declined/i,
    kind: "final",
    what: "The branch is protected against pushes of this token.",
    remedy:
      "Take the branch out of the rule, or let github-actions[bot] bypass it, or use another data-branch (the default, agentops-data, is apart from your code).",
  },
  {
    says: /error: 403|permission to .* denied|write access to repository not granted|read-only/i,
    kind: "final",
    what: "The token may not write to this repository.",
    remedy:
      "Give the job `permissions: contents: write` (forks and Dependabot runs never get it), or sync with `commit: false`.",
  },
  {
    says: /authentication failed|could not read username|invalid username or|error: 401|permission denied \(publickey/i,
    kind: "final",
    what: "The token was not accepted.",
    remedy:
      "Check the token: expired, revoked, or for another server? In Actions the default token is right. Git needs version 2.31 or newer.",
  },
  {
    says: /repository .*not found|not found|error: 404|does not appear to be a git repository/i,
    kind: "final",
    what: "The repository was not found, or the token may not see it.",
    remedy:
      "Check the name (owner/name) and the server, and that the token may read the repository's contents.",
  },
  {
    says: /\[rejected\]|stale info|cannot lock ref|failed to update ref|reference already exists|incorrect old value/i,
    kind: "raced",
    what: "Somebody else pushed at the same moment.",
    remedy: "Run the sync again.",
  },
  {
    says: /could not resolve|connection|timed out|early eof|rpc failed|hung up|error: (429|5\d\d)|operation too slow/i,
    kind: "passing",
    what: "The server did not answer.",
    remedy: "Run the sync again later; if it stays, look at githubstatus.com and at the runner's network.",
  },
];

/** A server's hooks may say pages. */
const MOST_WORDS = 600;

const UNKNOWN: Omit<Trouble, "says"> = {
  kind: "final",
  what: "Git stopped with an error.",
  remedy: "Run again with `--log-level debug`; the message above is git's own.",
};

/** Whether the branch takes commits that are signed, and no others. */
export function wantsSignature(error: unknown): boolean {
  return error instanceof GitFailed && SIGNED_ONLY.test(error.stderr);
}

/** `final` for everything that trying again cannot change. */
export function kindOfTrouble(error: unknown): Trouble["kind"] {
  return error instanceof GitFailed ? troubleOf(error).kind : "final";
}

/** A failure of git as an error with a remedy; other errors stay as they are. */
export function explained(error: unknown, doing: string): unknown {
  if (!(error instanceof GitFailed)) return error;
  const trouble = troubleOf(error);
  const because = /declined|\[remote rejected\]/i.test(error.stderr) ? declinedBecause(error.stderr) : null;
  // The rule's own words come first: only they say which of many rules it is.
  const message =
    because === null
      ? `${trouble.what} (${error.message})`
      : `${because.sentences.join(" ").slice(0, MOST_WORDS)}${because.code === null ? "" : ` (${because.code})`} ${trouble.what}`;
  return new UserError(`${doing}: ${message}`, trouble.remedy, { cause: error });
}

function troubleOf(error: GitFailed): Omit<Trouble, "says"> {
  return TROUBLES.find((trouble) => trouble.says.test(error.stderr)) ?? UNKNOWN;
}
