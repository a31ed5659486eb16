import { describe, expect, it } from "vitest";
import { readAttempt } from "#core/attempts/attempt.ts";
import { Config } from "#core/config.ts";
import { costsFold } from "#core/documents/costs/costs.ts";
import { usersFold } from "#core/documents/users/users.ts";
import { anonymiseExecution, anonymiseRun } from "#core/records/anonymise.ts";
import type { Execution } from "#core/records/execution.ts";
import type { Run } from "#core/records/run.ts";
import { userRows } from "#core/render/columns/users.ts";
import { hashedUser } from "#core/telemetry/as-stored.ts";
import { anExecution, aRunRecord, aState, aUsage } from "../../../builders.ts";
import { aContext } from "../contexts.ts";

type Attempt = { run: Run; executions: Execution[] };

let ids = 0;
function attempt(run: Partial<Run>, ...executions: Partial<Execution>[]): Attempt {
  ids += 1;
  const id = run.id ?? ids;
  return {
    run: aRunRecord({ id, ...run }),
    executions: executions.map((execution, index) =>
      anExecution({ execution_id: `${id}${index}`.padStart(16, "0"), run_id: id, ...execution }),
    ),
  };
}

const by = (triggering_actor: string | null, over: Partial<Run> = {}): Partial<Run> => ({
  actor: null,
  triggering_actor,
  ...over,
});

function users(attempts: readonly Attempt[], config: object = {}, state = aState()) {
  const context = aContext({ config: Config.parse(config), state });
  const fold = usersFold(context);
  for (const { run, executions } of attempts)
    fold.add(readAttempt(run, { reading: null, executions }, context));
  return fold.finish();
}

describe("the Users page", () => {
  it("tells what each person started and what their agents used, with what is not known", () => {
    const { "7d": week, "24h": day } = users([
      attempt(by("mona", { id: 1 }), {}, { agent_id: "codex", status: "failure", usage: [] }),
      attempt(by("mona", { id: 1, run_attempt: 2, created_at: "2026-11-20T11:00:00Z" })),
      attempt(by("mona", { created_at: "2026-11-18T10:00:00Z" }), {}),
      attempt(by("lee")),
    ]);
    expect(week.people.map(({ user, runs, active_days }) => [user, runs, active_days])).toEqual([
      ["mona", 2, 2],
      ["lee", 1, 1],
    ]);
    expect(week.people[0]).toMatchObject({
      last_seen: "2026-11-20T11:00:00Z",
      agents: [
        { agent: "Claude", executions: 2 },
        { agent: "Codex", executions: 1 },
      ],
      figures: {
        executions: 3,
        success: { part: 2, n: 3 },
        cost: { nano_usd: 100_000_000, coverage: { part: 2, n: 3 } },
        tokens: { total: 25_800 },
      },
    });
    expect(week.people[1]?.figures).toMatchObject({ executions: 0, cost: { nano_usd: null } });
    expect(day.people.find(({ user }) => user === "mona")).toMatchObject({
      runs: 1,
      figures: { executions: 2 },
    });
  });

  it("gives an execution to the user that its telemetry names, and keeps apps and nobody apart", () => {
    const { "7d": week } = users([
      attempt(by("mona"), { user_id: "lee" }),
      attempt(by("dependabot[bot]")),
      attempt(by("Copilot"), {}),
      attempt(by(null)),
    ]);
    expect(week.people.map(({ user }) => user)).toEqual(["lee"]);
    expect(week.bots.map(({ user }) => user)).toEqual(["Copilot", "dependabot[bot]"]);
    expect(week.nobody).toMatchObject({ runs: 1 });
  });

  it("leaves out AgentOps' own sync", () => {
    const own = users([attempt(by("mona", { workflow_id: 14 }))], {}, aState({ own_workflow_id: 14 }));
    expect(own["7d"]).toMatchObject({ people: [], nobody: null, no_team: null });
  });

  it("counts a scheduled run to its schedule, never to who last edited the workflow", () => {
    const nightly = { event: "schedule", workflow_name: "Nightly", actor: "mona", triggering_actor: "mona" };
    const { "7d": week } = users(
      [
        attempt({ ...nightly, id: 1 }, {}, { user_id: "mona" }, { user_id: "lee" }),
        attempt({ ...nightly, id: 2, run_attempt: 2, triggering_actor: "hubot" }),
      ],
      { teams: { core: { users: ["mona"] } } },
    );
    expect(week.bots).toMatchObject([{ user: "Nightly (scheduled)", runs: 1, figures: { executions: 2 } }]);
    expect(week.people.map(({ user }) => user)).toEqual(["hubot", "lee"]);
    expect(week.teams).toEqual([]);
    const hashed = users(
      [attempt({ ...nightly, id: 1 }, { user_id: hashedUser("mona", "octo-org/agent-fleet") })],
      { privacy: { "hash-users": true } },
    );
    expect(hashed["7d"].bots.map(({ user }) => user)).toEqual(["Nightly (scheduled)"]);
    expect(hashed["7d"].people).toEqual([]);
  });

  it("spends for the same users as the Costs page, and nobody for AgentOps itself", () => {
    const own = aState({ own_workflow_id: 14 });
    const sync = { workflow_id: 14, event: "schedule", actor: "mona", triggering_actor: "mona" };
    const context = aContext({ state: own });
    const [costs, byUser] = [costsFold(context), usersFold(context)];
    const reported = [
      attempt(sync),
      attempt(by("mona"), { user_id: "lee" }),
      attempt({ ...by("mona"), event: "schedule", workflow_name: "Nightly" }, {}),
    ];
    for (const { run, executions } of reported)
      for (const fold of [costs, byUser]) fold.add(readAttempt(run, { reading: null, executions }, context));
    const spent = costs
      .finish()
      .periods["7d"].by.user.map(({ name, spend }) => [name, spend.tokens_nano_usd]);
    expect(spent).toEqual([
      ["Nightly (scheduled)", 50_000_000],
      ["lee", 50_000_000],
      [null, 0],
      ["mona", 0],
    ]);
    const { people, bots } = byUser.finish()["7d"];
    expect([...people, ...bots].map(({ user, figures }) => [user, figures.cost.nano_usd])).toEqual([
      ["lee", 50_000_000],
      ["Nightly (scheduled)", 50_000_000],
    ]);
  });

  it("adds up to everything, once by user and once by team", () => {
    const { "7d": week } = users(
      [
        attempt(by("mona"), { team: "told" }, {}),
        attempt(by("lee"), { usage: [aUsage({ reported_cost_usd: 0.25 })] }),
        attempt(by(null), {}),
      ],
      { teams: { core: { users: ["l*"] } } },
    );
    const rows = userRows(week);
    const cost = (kinds: readonly string[]) =>
      rows
        .filter(({ kind }) => kinds.includes(kind))
        .reduce((sum, { figures }) => sum + (figures.cost.nano_usd ?? 0), 0);
    expect(cost(["person", "bot"])).toBe(400_000_000);
    expect(cost(["team"])).toBe(400_000_000);
  });

  it("finds the team: the telemetry's own, else the first configured that has the user, agent or workflow", () => {
    const { "7d": week } = users(
      [
        attempt(by("mona"), { team: "told" }),
        attempt(by("MONA")),
        attempt(by("lee"), { agent_id: "nightly-triage" }),
        attempt(by("lee", { workflow_file: ".github/workflows/release.yml" })),
        attempt(by("lee", { workflow_file: ".github/workflows/other.yml", workflow_name: "Other" })),
      ],
      {
        teams: {
          core: { users: ["mona"] },
          night: { agents: ["nightly-*"], users: ["mona"] },
          release: { workflows: ["release.yml"] },
        },
      },
    );
    expect(week.teams.map(({ team, runs, people }) => [team, runs, people])).toEqual([
      ["core", 1, 1],
      ["night", 1, 1],
      ["release", 1, 1],
      ["told", 1, 1],
    ]);
    expect(week.no_team).toMatchObject({ runs: 1 });
    expect(week.people.map(({ user, teams }) => [user, teams])).toEqual([
      ["lee", ["night", "release"]],
      ["MONA", ["core"]],
      ["mona", ["told"]],
    ]);
  });

  it("refuses a team that nothing can be of", () => {
    expect(Config.safeParse({ teams: { core: {} } }).error?.issues[0]?.message).toContain("at least one of");
  });

  it("names no people on a redacted site, and hashes them where telemetry's users are hashed", () => {
    const attempts = [attempt(by("mona"), { user_id: "lee" }), attempt(by("claude[bot]"))];
    const redacted = attempts.map(({ run, executions }) => ({
      run: anonymiseRun(run, (login) => login === "claude[bot]"),
      executions: executions.map((each) => anonymiseExecution(each)),
    }));
    const { "7d": week } = users(redacted, { privacy: { publish: "redacted" } });
    expect(week).toMatchObject({ named: false, people: [], nobody: { runs: 1 } });
    expect(week.bots.map(({ user }) => user)).toEqual(["claude[bot]"]);

    const hash = hashedUser("mona", "octo-org/agent-fleet");
    const config = { privacy: { "hash-users": true }, teams: { core: { users: ["mona"] } } };
    const hashed = users([attempt(by("mona"), { user_id: hash }), attempt(by("mona"))], config);
    expect(hashed["7d"].people.map(({ user, runs, teams }) => [user, runs, teams])).toEqual([
      [hash, 2, ["core"]],
    ]);
  });

  it("keeps the list finite, and says how many names it left out", () => {
    const many = Array.from({ length: 510 }, (_, index) => attempt(by("x"), { user_id: `forged-${index}` }));
    const { "7d": week } = users(many);
    expect([week.people.length, week.left_out, week.nobody?.runs]).toEqual([500, 10, 10]);
  });
});
