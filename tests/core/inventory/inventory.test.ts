import { describe, expect, it } from "vitest";
import { claude, FILE, gemini, inspected, SHA, workflow } from "./inspected.ts";

const rulesOf = (text: string) => inspected(text).findings.map(({ rule }) => rule);

describe("who can have an agent start", () => {
  const exposure = (parts: Parameters<typeof workflow>[0]) => inspected(workflow(parts)).agents[0]?.exposure;
  const steps = gemini("Sort");

  it.each([
    ["{ push: {} }", "nobody"],
    ["{ schedule: [{ cron: '0 3 * * *' }] }", "nobody"],
    ["{ issues: { types: [opened] } }", "strangers"],
    ["{ issues: { types: [labeled, assigned] } }", "members"],
    ["[issue_comment]", "strangers"],
    ["workflow_run", "strangers"],
    ["{ pull_request: {} }", "members"],
    ["{ push: {}, discussion: {} }", "strangers"],
  ])("%s: %s", (on, expected) => expect(exposure({ on, steps })).toBe(expected));

  it.each([
    ["github.event.comment.author_association == 'OWNER'", "members"],
    ["github.event.comment.author_association != 'NONE'", "strangers"],
    [`contains(fromJSON('["OWNER", "NONE"]'), github.event.comment.author_association)`, "strangers"],
    ["github.actor == 'mona'", "members"],
    ["github.actor != 'mona'", "strangers"],
    ["!(github.actor != 'mona')", "members"],
    ["contains(github.event.comment.body, '@agent')", "strangers"],
    ["contains(github.event.comment.body, '@agent') && github.actor == 'mona'", "members"],
    ["contains(github.event.comment.body, '@agent') || github.actor == 'mona'", "strangers"],
    ["github.event_name == 'push' || github.actor == 'mona'", "members"],
    ["github.event_name == 'push'", "nobody"],
    ["github.repository_owner == 'octo-org'", "strangers"],
    ["github.event.repository.owner.login == 'octo-org'", "strangers"],
    ["github.actor == github.repository_owner", "members"],
    [
      `contains(fromJSON('["OWNER"]'), github.event.comment.author_association || github.event.review.author_association)`,
      "members",
    ],
    [
      `contains(fromJSON('["OWNER"]'), github.event.comment.author_association || github.event.comment.body)`,
      "strangers",
    ],
    ["false", "nobody"],
    ["not an expression", "strangers"],
    [`${"(".repeat(500)}true${")".repeat(500)}`, "strangers"],
  ])("if %s: %s", (condition, expected) =>
    expect(exposure({ on: "issue_comment", job: `if: ${JSON.stringify(condition)}`, steps })).toBe(expected),
  );

  it.each([
    ["pull_request_target", "github.event.pull_request.head.repo.full_name == github.repository", "members"],
    [
      "pull_request_target",
      "github.event.pull_request.head.repo.full_name != github.repository",
      "strangers",
    ],
    ["pull_request_target", "github.event.pull_request.head.repo.fork == false", "members"],
    ["pull_request_target", "github.event.pull_request.head.repo.fork", "strangers"],
    ["pull_request_target", "!github.event.pull_request.head.repo.fork", "members"],
    ["pull_request_target", "github.event.repository.full_name == 'octo-org/fleet'", "strangers"],
    ["workflow_run", "github.event.workflow_run.head_repository.full_name == github.repository", "members"],
    ["workflow_run", "github.event.workflow_run.pull_requests[0]", "members"],
    ["workflow_run", "github.event.workflow_run.event == 'push'", "members"],
    ["workflow_run", "github.event.workflow_run.event == 'pull_request'", "strangers"],
    ["workflow_run", "github.event.workflow_run.conclusion == 'failure'", "strangers"],
  ])("on %s if %s: %s", (on, condition, expected) =>
    expect(exposure({ on, job: `if: ${JSON.stringify(condition)}`, steps })).toBe(expected),
  );

  it("claims nothing of what a job hands on that some events start unasked", () => {
    const text = (condition: string) => `on: [issues, issue_comment]
jobs:
  route:
    if: ${condition}
    runs-on: ubuntu-latest
    outputs: { command: "\${{ steps.x.outputs.command }}" }
    steps: [{ id: x, run: echo }]
  agent:
    needs: route
    if: needs.route.outputs.command == 'fix'
    runs-on: ubuntu-latest
    steps: [{ uses: google-github-actions/run-gemini-cli@v1 }]
`;
    const asked = "github.event_name == 'issues' || github.event.comment.author_association == 'OWNER'";
    expect(inspected(text(asked)).agents[0]?.exposure).toBe("members");
    expect(inspected(text("github.event.comment.body")).agents[0]?.exposure).toBe("strangers");
  });

  it("asks jobs that it needs, and steps before it that fail for strangers", () => {
    const check = `- run: |
    gh api repos/o/r/collaborators/x/permission | grep write || exit 1
`;
    expect(exposure({ steps: check + steps })).toBe("members");
    expect(exposure({ steps: check.replace("exit 1", "true") + steps })).toBe("strangers");
    const gated = (condition: string) => `on: issue_comment
jobs:
  check:
    if: ${condition}
    runs-on: ubuntu-latest
    steps: [{ run: echo }]
  agent:
    needs: [check]
    runs-on: ubuntu-latest
    steps: [{ uses: google-github-actions/run-gemini-cli@v1 }]
`;
    expect(inspected(gated("github.actor == 'mona'")).agents[0]?.exposure).toBe("members");
    expect(inspected(gated("true")).agents[0]?.exposure).toBe("strangers");
  });

  it("believes an action that refuses strangers, unless it is told not to", () => {
    expect(exposure({ steps: claude() })).toBe("members");
    expect(exposure({ steps: claude('allowed_non_write_users: "*"') })).toBe("strangers");
  });

  it("makes what an agent may do a note alone, a warning among members, an error with strangers", () => {
    const level = (on: string, step: string) =>
      inspected(workflow({ on, steps: step })).findings.find(({ rule }) => rule === "skip-permissions")
        ?.level;
    const yolo = "- run: gemini --yolo -p Sort\n";
    expect(level("push", yolo)).toBe("note");
    expect(level("pull_request", yolo)).toBe("warning");
    expect(level("issues", yolo)).toBe("error");
    expect(
      level("issues", claude().replace("--max-turns", "--dangerously-skip-permissions --max-turns")),
    ).toBe("warning");
  });
});

describe("agents that are found", () => {
  it.each([
    ["anthropics/claude-code-action@v1", "Claude"],
    ["anthropics/claude-code-base-action@beta", "Claude"],
    ["openai/codex-action@v1", "Codex"],
    ["google-github-actions/run-gemini-cli@v0", "Gemini"],
    ["google-gemini/gemini-cli-action@main", "Gemini"],
    ["actions/ai-inference@v2", "GitHub Models"],
    ["github/copilot-cli-action@v1", "Copilot CLI"],
  ])("uses %s: %s", (uses, agent) =>
    expect(inspected(workflow({ steps: `- uses: ${uses}\n` })).agents.map((row) => row.agent)).toEqual([
      agent,
    ]),
  );

  it.each([
    ["claude -p 'Sort'", ["Claude"]],
    ["npx -y @anthropic-ai/claude-code@2.0.0 --print 'Sort'", ["Claude"]],
    ['OUT=$(timeout 10m claude -p "$PROMPT" \\\n    --max-turns 5)', ["Claude"]],
    ["cat prompt.md | codex exec -", ["Codex"]],
    ["if ! gemini --prompt Sort; then exit 1; fi", ["Gemini"]],
    ["sudo -E copilot -p Sort", ["Copilot CLI"]],
    ["aider --message Sort", ["Aider"]],
    ["opencode run Sort", ["opencode"]],
    ["goose run -t Sort", ["Goose"]],
    ["cursor-agent -p Sort", ["Cursor"]],
    ["amp -x Sort", ["Amp"]],
    ["qwen -p Sort", ["Qwen Code"]],
    ["claude --version", []],
    ["npm install -g @openai/codex", []],
    ["# claude -p 'Sort'", []],
    ["echo claude -p", []],
    ["goose up", []],
    ["git checkout -b claude", []],
  ])("run %j: %j", (script, agents) => {
    const text = workflow({ steps: `- run: |\n    ${script}\n` });
    expect(inspected(text).agents.map(({ agent }) => agent)).toEqual(agents);
  });

  it("runs in what an action is given to run", () => {
    const step = "- uses: devcontainers/ci@v0.3\n  with:\n    runCmd: |\n      codex exec Sort\n";
    expect(inspected(workflow({ steps: step })).agents.map(({ agent }) => agent)).toEqual(["Codex"]);
  });

  it("knows the agents that the configuration names", () => {
    const text = workflow({
      steps: "- run: make ready\n- uses: octo-org/wrapper@v1\n  with: { prompt: Sort }\n- run: echo\n",
    });
    expect(inspected(text).agents).toEqual([]);
    const rows = inspected(text, { agents: [{ name: "Sorter", workflow: "agent.yml" }] }).agents;
    expect(rows.map(({ agent, step }) => [agent, step])).toEqual([["Sorter", "octo-org/wrapper"]]);
  });

  it("says of each what the file says, and nothing else", () => {
    const text = workflow({
      steps: claude("github_token: ${{ secrets.PAT }}").replace(
        "--model",
        "--allowedTools 'Read,Bash(gh issue view:*)' --model",
      ),
    });
    expect(inspected(text).agents).toEqual([
      {
        ...{
          workflow: "Agent",
          workflow_file: FILE,
          unpinned: [],
          path: FILE,
          line: 10,
          job: "agent",
          step: "claude",
          agent: "Claude",
        },
        ...{ model: "claude-sonnet-4-5-20250929", triggers: ["issues"], exposure: "members" },
        ...{ permissions: { contents: "read", issues: "write" }, pin: "commit", caps: ["--max-turns 5"] },
        ...{ timeout_minutes: 10, environment: null, concurrency: true, guard: false, secrets: ["PAT"] },
        tools: ["Read", "Bash(gh issue view:*)"],
      },
    ]);
    const bare = `on: push\njobs: { a: { steps: [{ uses: openai/codex-action@v1 }] } }\n`;
    expect(inspected(bare).agents[0]).toMatchObject({
      ...{ workflow: null, model: null, permissions: null, pin: "name", timeout_minutes: null, tools: null },
    });
  });
});

describe("a checkout of a stranger's code", () => {
  const level = (after: string, on = "pull_request_target") => {
    const checkout = "- uses: actions/checkout@v7\n  with: { ref: 'refs/pull/1/merge' }\n";
    const { findings } = inspected(workflow({ on, steps: checkout + after }));
    return findings.filter(({ rule }) => rule === "target-head-checkout").map((finding) => finding.level);
  };

  it("is an error where strangers can have it run or read, and a warning where an action refuses them", () => {
    expect(level(`- run: npm test\n${claude()}`)).toEqual(["error"]);
    expect(level(gemini("Review"))).toEqual(["error"]);
    expect(level(claude())).toEqual(["warning"]);
    expect(level(`- run: git log --oneline\n${claude()}`)).toEqual(["warning"]);
    expect(level(gemini("Review"), "pull_request")).toEqual([]);
  });

  it("is one in a script too, where it is not only fetched", () => {
    const script = (text: string) =>
      rulesOf(workflow({ on: "issue_comment", steps: `- run: |\n    ${text}\n${claude()}` }));
    expect(script("gh pr checkout 1")).toContain("target-head-checkout");
    expect(script("git fetch origin pull/1/head && git checkout FETCH_HEAD")).toContain(
      "target-head-checkout",
    );
    expect(script("git fetch origin pull/1/head")).not.toContain("target-head-checkout");
  });
});

describe("actions and workflows of the repository itself", () => {
  it("follows an action, and what the workflow hands it", () => {
    const action = `runs:
  using: composite
  steps:
    - uses: google-github-actions/run-gemini-cli@${SHA}
      with: { prompt: "\${{ inputs.task }}" }
`;
    const caller = workflow({
      steps: '- uses: ./.github/actions/sort/\n  with: { task: "${{ github.event.issue.body }}" }\n',
    });
    const { agents, findings } = inspected({ [FILE]: caller, ".github/actions/sort/action.yml": action });
    expect(agents.map(({ path, agent }) => [path, agent])).toEqual([
      [".github/actions/sort/action.yml", "Gemini"],
    ]);
    const found = findings.find(({ rule }) => rule === "prompt-expression");
    expect(found).toMatchObject({ path: FILE, line: 11, level: "error" });
  });

  it("follows a called workflow under its caller's triggers and rights, and tells each finding once", () => {
    const called = `on: { workflow_call: {} }
jobs:
  sort:
    runs-on: ubuntu-latest
    steps:
      - run: claude -p Sort --dangerously-skip-permissions
`;
    const caller = `on: issues
permissions: { contents: write }
jobs:
  call: { uses: ./.github/workflows/sort.yml, secrets: inherit }
`;
    const { agents, findings } = inspected({ [FILE]: caller, ".github/workflows/sort.yml": called });
    expect(agents.map(({ job, exposure }) => [job, exposure])).toEqual([
      ["call / sort", "strangers"],
      ["sort", "nobody"],
    ]);
    const levels = findings.filter(({ rule }) => rule === "skip-permissions").map(({ level }) => level);
    expect(levels).toEqual(["error"]);
    expect(findings.filter(({ rule }) => rule === "permissions-wide")).toMatchObject([{ path: FILE }]);
    expect(findings.filter(({ rule }) => rule === "secrets-broad")).toMatchObject([{ path: FILE }]);
  });

  it("survives what is not there, leads out of the repository, or calls itself", () => {
    const text = (uses: string) =>
      `on: push\njobs: { a: { uses: ${uses} }, b: { steps: [{ uses: ${uses} }] } }\n`;
    for (const uses of ["./nowhere", "./../x", "./.github/workflows/agent.yml", "./"])
      expect(inspected(text(uses)).findings).toEqual([]);
  });
});

describe("comments that ignore a rule", () => {
  const step = (comment: string) =>
    workflow({ steps: claude(`show_full_output: true # agentops: ${comment}`) });
  const about = (text: string) =>
    rulesOf(text)
      .filter((rule) => /^(?:output-public|ignore)/.test(rule))
      .sort();

  it("silences it on its line, alone on the line above, and at the key of a text of several lines", () => {
    expect(about(step("ignore[output-public] the repository is private"))).toEqual([]);
    expect(inspected(step("ignore[output-public] the repository is private")).silenced).toBe(1);
    const above = claude(
      "# agentops: ignore[output-public] the repository is private\nshow_full_output: true",
    );
    expect(about(workflow({ steps: above }))).toEqual([]);
    const block = (comment: string) =>
      workflow({
        steps: `- run: |${comment}\n    true\n    echo \${{ github.event.issue.title }}\n${claude()}`,
      });
    expect(rulesOf(block(""))).toContain("run-injection");
    expect(rulesOf(block(" # agentops: ignore[run-injection] only ours"))).not.toContain("run-injection");
  });

  it("silences nothing elsewhere, for another rule, without a reason, or in a text", () => {
    expect(about(step("ignore[no-cap] for now"))).toEqual(["output-public"]);
    expect(about(step("ignore[output-public]"))).toEqual(["ignore-without-reason", "output-public"]);
    expect(about(`# agentops: ignore[output-public] everywhere\n\n${step("none")}`)).toEqual([
      "output-public",
    ]);
    const text = claude('show_full_output: true\nprompt2: "# agentops: ignore[output-public] quoted"');
    expect(about(workflow({ steps: text }))).toEqual(["output-public"]);
  });

  it("are findings themselves when they name no rule", () => {
    const { findings } = inspected(step("ignore[output-publik] the repository is private"));
    expect(findings.find(({ rule }) => rule === "ignore-unknown")?.message).toContain(
      'did you mean "output-public"?',
    );
    expect(about(step("ignore everything"))).toEqual(["ignore-unknown", "output-public"]);
  });
});

describe("files that cannot be read", () => {
  const broken = (text: string) => inspected(text).findings;

  it.each([
    ["broken YAML", "on: push\njobs: { a: [\n", 3],
    ["a key twice", "on: push\njobs: {}\njobs: {}\n", 3],
    ["aliases that multiply", bomb(9), null],
    ["an alias of nothing", "on: *nothing\n", 1],
    ["an anchor that holds itself", "on: &a [*a]\n", null],
    ["lists nested without end", `on: ${"[".repeat(20_000)}`, null],
    ["more steps than we read", workflow({ steps: "- run: claude -p x\n".repeat(2001) }), 1],
    ["more than we read", `on: push\n# ${"x".repeat(600_000)}\n`, 1],
  ])("%s: a finding with its line, and no crash", (_, text, line) => {
    const findings = broken(text);
    expect(findings).toMatchObject([{ rule: "unreadable", level: "error", path: FILE }]);
    if (line !== null) expect(findings[0]?.line).toBe(line);
  });

  it.each([
    ["", []],
    ["on: push\njobs: 3\n", []],
    ["- a\n", []],
    ["on: { push }\njobs: { a: , b: { steps: [4, { run: } ] } }\n", []],
  ])("%j is no workflow with an agent", (text, expected) => expect(broken(text)).toEqual(expected));

  it("is not kept busy by a workflow that uses much, over and over", () => {
    const action = `runs:\n  steps:\n${"    - run: claude -p x\n".repeat(1900)}`;
    const text = workflow({ steps: "- uses: ./a\n".repeat(1000) });
    const { agents, findings } = inspected({ [FILE]: text, "a/action.yml": action });
    expect(agents).toEqual([]);
    expect(findings).toMatchObject([{ rule: "unreadable", message: expect.stringContaining("2000 steps") }]);
  });

  it("names the file that a workflow uses", () => {
    const { findings } = inspected({
      [FILE]: workflow({ steps: "- uses: ./a\n" }),
      "a/action.yml": "runs: [",
    });
    expect(findings).toMatchObject([{ rule: "unreadable", path: "a/action.yml" }]);
  });

  it("reads aliases as what they stand for", () => {
    const text = `on: push\njobs:\n  a: &job\n    runs-on: x\n    steps: [{ uses: openai/codex-action@v1 }]\n  b: *job\n`;
    expect(inspected(text).agents.map(({ job }) => job)).toEqual(["a", "b"]);
  });
});

describe("fingerprints", () => {
  const prints = (text: string) =>
    inspected(text).findings.map(({ rule, fingerprint }) => [rule, fingerprint]);
  const text = workflow({ steps: `- run: echo \${{ github.event.issue.title }}\n${gemini("Sort", "")}` });

  it("survive edits above, and differ from each other", () => {
    const edited = text
      .replace("jobs:", "\n# More\nenv: { A: b }\njobs:")
      .replace("    steps:\n", "    steps:\n      - run: make\n");
    expect(inspected(edited).findings[0]?.line).not.toBe(inspected(text).findings[0]?.line);
    expect(prints(edited)).toEqual(prints(text));
    expect(new Set(prints(text).map(String)).size).toBe(prints(text).length);
  });

  it("are the same for the same files in any order", () => {
    const other = ".github/workflows/b.yml";
    expect(inspected({ [other]: text, [FILE]: text })).toEqual(inspected({ [FILE]: text, [other]: text }));
  });
});

/** Each line ten of the one before. */
function bomb(lines: number): string {
  const rows = Array.from({ length: lines }, (_, at) => {
    const items = at === 0 ? '"x"' : Array.from({ length: 10 }, () => `*a${at - 1}`).join(", ");
    return `a${at}: &a${at} [${items}]`;
  });
  return `on: push\n${rows.join("\n")}\n`;
}
