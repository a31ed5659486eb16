import { describe, expect, it } from "vitest";
import { askAccess } from "#app/ask-access.ts";
import { changeChecks } from "#core/documents/compliance/change-checks.ts";
import { githubClient } from "#io/github/client.ts";
import { emptyRepository } from "#simulator/builders.ts";
import type { SimulatedRepository } from "#simulator/model.ts";
import { aWorld, REPOSITORY } from "./sync-world.ts";

const CLAUDE = ".github/workflows/claude.yml";
const CONFIG = ".github/agentops.yml";
const KEEPS = [{ type: "non_fast_forward" }, { type: "deletion" }];
const REVIEWED = {
  type: "pull_request",
  parameters: { required_approving_review_count: 1, require_code_owner_review: true },
};

const commit = (sha: string, verified: boolean) => ({
  sha,
  commit: { committer: { date: "2026-11-18T09:00:00Z" }, verification: { verified } },
  author: { login: "mona" },
});
const merged = (number: number) => ({ number, merged_at: "2026-11-18T09:00:00Z", user: { login: "mona" } });
const approval = (login: string) => ({ state: "APPROVED", user: { login } });

/** The workflow came by a pull request that another approved; the configuration was pushed unsigned. */
function aCarefulRepository(): SimulatedRepository {
  const repository = emptyRepository();
  repository.changes = {
    rules: new Map([
      ["main", [REVIEWED]],
      ["agentops-data", KEEPS],
    ]),
    commits: new Map([
      [CLAUDE, commit("a".repeat(40), true)],
      [CONFIG, commit("b".repeat(40), false)],
    ]),
    reviews: new Map([
      [5, [approval("ada")]],
      [6, [approval("mona")]],
    ]),
  };
  repository.pulls.set("a".repeat(40), [merged(5)] as never);
  return repository;
}

async function asked(repository: SimulatedRepository, permissions?: string[]) {
  const world = await aWorld(repository);
  const requests: string[] = [];
  const { probe } = githubClient({
    ...{ apiUrl: world.simulator.url, token: world.simulator.token, repository: REPOSITORY },
    ...{ clock: world.clock, report: world.effects().report, retryBaseMs: 1 },
  });
  const ask: typeof probe = async (path) => {
    requests.push(path);
    const answer = await probe(path);
    return permissions === undefined ? answer : { ...answer, status: 403, body: { message: "Forbidden" } };
  };
  const paths = [CONFIG, CLAUDE];
  const options = { repository: REPOSITORY, defaultBranch: "main", dataBranch: "agentops-data", paths };
  return { access: await askAccess(ask, options), requests };
}

const states = (access: Parameters<typeof changeChecks>[0]) =>
  Object.fromEntries(changeChecks(access, null).map(({ id, state }) => [id, state]));

describe("who may change what steers agents", () => {
  it("is asked of rules, commits and reviews", async () => {
    const { access, requests } = await asked(aCarefulRepository());
    expect(access).toMatchObject({
      defaultBranch: { pullRequest: { approvals: 1, codeOwners: true }, keepsHistory: false },
      dataBranch: { keepsHistory: true, pullRequest: null },
      files: [
        { path: CONFIG, signed: false, reviewed: false },
        { path: CLAUDE, signed: true, reviewed: true },
      ],
    });
    expect(requests).toHaveLength(7);
    expect(states(access)).toMatchObject({
      "changes-are-reviewed": "pass",
      "records-keep-history": "pass",
      "steering-is-signed": "fail",
      "steering-is-reviewed": "fail",
      "steering-is-owned": "unknown",
    });
  });

  it("is no review where somebody approved what was their own", async () => {
    const repository = aCarefulRepository();
    repository.pulls.set("a".repeat(40), [merged(6)] as never);
    expect((await asked(repository)).access.files?.[1]).toMatchObject({ path: CLAUDE, reviewed: false });
  });

  it("fails where no rule holds, and is unknown where the token cannot see it", async () => {
    const { access } = await asked(emptyRepository());
    expect(access).toMatchObject({ defaultBranch: { pullRequest: null, keepsHistory: false }, files: null });
    expect(states(access)).toMatchObject({ "changes-are-reviewed": "fail", "steering-is-signed": "unknown" });
    const refused = await asked(aCarefulRepository(), []);
    expect(refused.access).toEqual({ defaultBranch: null, dataBranch: null, files: null });
    expect(new Set(Object.values(states(refused.access)))).toEqual(new Set(["unknown"]));
    expect(new Set(Object.values(states(null)))).toEqual(new Set(["unknown"]));
  });
});
