import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { directoryStore } from "#io/store.ts";
import { parseExtras } from "../../action/src/cli/extras.ts";
import { policy } from "../../action/src/cli/policy.ts";
import { parseOptions } from "../../action/src/inputs.ts";
import { readSurroundings } from "../../action/src/surroundings.ts";
import { anExecution, aRepositoryRecord, aRunRecord, aState, aUsage } from "../builders.ts";
import { temporaryFolder } from "../io/remote.ts";
import { NOW, SILENT } from "../site/rendered.ts";

const CONFIG = ".github/agentops.yml";
const CASES = ".github/agentops.test.yml";
const POLICIES = `policies:
  - id: models
    match: { agents: [Claude] }
    require: { models: ["claude-*"] }
  - id: dear
    require: { max-usd: 1 }
    otherwise: warn
`;

function workspaceOf(files: Readonly<Record<string, string>>): string {
  const workspace = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
  return workspace;
}

async function ran(workspace: string, words: string[], flags: Parameters<typeof parseExtras>[0] = {}) {
  const printed: string[] = [];
  const options = parseOptions({ "data-dir": "data", commit: "false" }, (name) => `--${name}`);
  const surroundings = {
    ...readSurroundings(),
    workspace,
    inActions: false,
    repository: "octo-org/agent-fleet",
  };
  const outcome = await policy(
    {
      ...{ options, surroundings, report: SILENT, colour: false },
      clock: { now: () => NOW, sleep: async () => {} },
      print: (text) => void printed.push(text),
    },
    parseExtras(flags, words),
  );
  return { ...outcome, printed: printed.join("\n") };
}

const cases = (...lines: string[]) => `cases:\n${lines.map((line) => `  - ${line}\n`).join("")}`;
const ALLOWED =
  "{ name: own models, policy: models, given: { agent: Claude, models: [claude-a] }, expect: allow }";

describe("policy test", () => {
  it("passes where every case holds, and names policies without one", async () => {
    const workspace = workspaceOf({ [CONFIG]: POLICIES, [CASES]: cases(ALLOWED) });
    const { exitCode, printed } = await ran(workspace, ["test"]);
    expect(exitCode).toBe(0);
    expect(printed).toContain("PASS models: own models");
    expect(printed).toContain("1 case: 1 pass, 0 fail. Without a case: dear.");
    expect((await ran(workspace, ["test"], { strict: true })).exitCode).toBe(1);
  });

  it("fails with what was expected, what came, why, and where the case stands", async () => {
    const wrong =
      "{ name: others too, policy: models, given: { agent: Claude, models: [gpt-5] }, expect: allow }";
    const elsewhere = "{ name: of Codex, policy: models, given: { agent: Codex }, expect: block }";
    const typo = "{ name: misnamed, policy: model, given: {}, expect: block }";
    const workspace = workspaceOf({ [CONFIG]: POLICIES, [CASES]: cases(ALLOWED, wrong, elsewhere, typo) });
    const { exitCode, printed } = await ran(workspace, ["test"]);
    expect(exitCode).toBe(1);
    expect(printed).toContain("expected allow, got block: models: gpt-5 (allowed: claude-*)");
    expect(printed).toContain(`${CASES}:3`);
    expect(printed).toContain("it is not about this run (`match`)");
    expect(printed).toContain('there is no policy model (did you mean "models"?)');
  });

  it.each([
    [
      "{ name: a, when: after, given: { usd: 2 }, expect: block }",
      /:2: cases\[0\]\.expect: block cannot come of a run that is over/,
    ],
    [
      "{ name: a, given: { usd: 2 }, expect: warn }",
      /cases\[0\]\.given\.usd: is known only after the run: say `when: after`/,
    ],
    [
      "{ name: a, given: { modles: [x] }, expect: warn }",
      /given\.modles: unknown key \(did you mean "models"\?\)/,
    ],
    ["{ name: a, given: {}, expect: deny }", /expect: must be one of allow/],
  ])("refuses the case %s", async (line, message) => {
    const workspace = workspaceOf({ [CONFIG]: POLICIES, [CASES]: cases(line) });
    await expect(ran(workspace, ["test"])).rejects.toThrow(message);
  });

  it("says where cases are looked for", async () => {
    await expect(ran(workspaceOf({ [CONFIG]: POLICIES }), ["test"])).rejects.toThrow(
      `there are no cases in ${CASES}`,
    );
  });
});

describe("policy check", () => {
  it("says when each key is judged, and what less than it looks a policy does", async () => {
    const text = POLICIES.replace("otherwise: warn", "pause-hours: 2");
    const { exitCode, printed } = await ran(workspaceOf({ [CONFIG]: text }), ["check"]);
    expect(exitCode).toBe(0);
    expect(printed).toMatch(/max-usd +│ 1 +│ after/);
    expect(printed).toContain("dear: max-usd: known only after the run");
    expect(printed).toContain("dear: pause-hours: pauses nobody while `mode` is `simulate`");
  });

  it("names file, line, key and the nearest name of a typo", async () => {
    const text = POLICIES.replace("max-usd", "max-usd-per-run");
    await expect(ran(workspaceOf({ [CONFIG]: text }), ["check"])).rejects.toThrow(
      `${CONFIG}:6: policies[1].require.max-usd-per-run: unknown key`,
    );
    const scope = POLICIES.replace("max-usd: 1", "permissions: { contnets: read }");
    await expect(ran(workspaceOf({ [CONFIG]: scope }), ["check"])).rejects.toThrow(
      'did you mean "contents"?',
    );
  });
});

it("simulates: names the runs that would have been blocked and what of them succeeded all the same", async () => {
  const workspace = workspaceOf({ [CONFIG]: POLICIES });
  const store = directoryStore(join(workspace, "data"), "octo-org/agent-fleet");
  const run = aRunRecord({
    id: 4242,
    workflow_name: "Claude Code",
    workflow_file: ".github/workflows/claude.yml",
    created_at: NOW,
  });
  const usage = [aUsage({ model: "gpt-5" })];
  await store.writeRepository(aRepositoryRecord());
  await store.writeState(aState());
  await store.merge("runs", NOW.slice(0, 10), [run]);
  await store.merge("executions", NOW.slice(0, 10), [anExecution({ run_id: 4242, model: "gpt-5", usage })]);
  const { exitCode, printed } = await ran(workspace, ["simulate"], { since: "7d" });
  expect(exitCode).toBe(0);
  expect(printed).toMatch(/4242 .*Success .*block .*models: gpt-5/);
  expect(printed).toContain("1 would have been stopped, of which 1 succeeded all the same");
  await expect(ran(workspace, ["simulate"], { since: "a while" })).rejects.toThrow(
    "--since a while is no number of days",
  );
  await expect(ran(workspace, ["smulate"])).rejects.toThrow('did you mean "simulate"?');
});
