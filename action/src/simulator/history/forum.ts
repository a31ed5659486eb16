import { formatUtc } from "#core/time.ts";
import { aMinimalRepository, aUser } from "#simulator/accounts.ts";
import { anIssue, aPull } from "#simulator/conversations.ts";
import type { Life, Pull } from "#simulator/history/happened.ts";
import { account, MEMBERS } from "#simulator/history/people.ts";
import type { IssuePayload, PullPayload, RepositoryPayload } from "#simulator/model.ts";

/** Issues as the API lists them; closed where a merged pull request says `Fix #n`. */
export function issuePayloads(life: Life, repository: RepositoryPayload): IssuePayload[] {
  const fixed = new Map(
    life.pulls.flatMap(({ title, mergedAt }) => {
      const number = /^Fix #(\d+)/.exec(title)?.[1];
      return number && mergedAt !== null ? [[Number(number), formatUtc(mergedAt)] as const] : [];
    }),
  );
  return life.issues.map(({ number, at, title, author }) => {
    const closed = fixed.get(number) ?? null;
    const about = { number, title, user: account(author), author_association: association(author) };
    return anIssue(
      {
        ...about,
        state: closed ? "closed" : "open",
        state_reason: closed ? "completed" : null,
        created_at: formatUtc(at),
        updated_at: closed ?? formatUtc(at),
        closed_at: closed,
      },
      repository,
    );
  });
}

/** The pull requests of every commit that was pushed to one: what finds a fork's, whose runs list none. */
export function pullsByCommit(life: Life, repository: RepositoryPayload): Map<string, PullPayload[]> {
  return new Map(
    life.pulls.flatMap((pull) =>
      pull.pushes.map((push) => [push.sha, [pullPayload(pull, push.sha, repository)]] as const),
    ),
  );
}

function pullPayload(pull: Pull, sha: string, repository: RepositoryPayload): PullPayload {
  const plain = aPull({ number: pull.number }, repository);
  const owner = pull.fork?.split("/")[0] ?? repository.owner.login;
  const fork = pull.fork && { ...plain.head.repo, ...aMinimalRepository(pull.fork), fork: true };
  const merged = pull.mergedAt === null ? null : formatUtc(pull.mergedAt);
  const closed = pull.closedAt === null ? merged : formatUtc(pull.closedAt);
  return aPull(
    {
      number: pull.number,
      title: pull.title,
      user: account(pull.author),
      body: pull.reverts === null ? null : `Reverts ${repository.full_name}#${pull.reverts}`,
      state: closed ? "closed" : "open",
      created_at: formatUtc(pull.at),
      updated_at: closed ?? formatUtc(pull.pushes.at(-1)?.at ?? pull.at),
      closed_at: closed,
      merged_at: merged,
      author_association: association(pull.author),
      head: {
        label: `${owner}:${pull.branch}`,
        ref: pull.branch,
        sha,
        user: aUser(owner),
        repo: fork || plain.head.repo,
      },
    },
    repository,
  );
}

function association(login: string): PullPayload["author_association"] {
  return MEMBERS.has(login) ? "MEMBER" : "CONTRIBUTOR";
}
