import { bodyOf, spotOf, whole } from "#core/inventory/agents.ts";
import { compiledSource } from "#core/inventory/compiled.ts";
import { agentJobs, agentsOf, type Part, textOf } from "#core/inventory/model.ts";
import { hit, type Rule } from "#core/inventory/rule.ts";
import { isUnpinned } from "#core/inventory/unpinned.ts";

/** Whether the same thing runs tomorrow. */
export const PIN_RULES: readonly Rule[] = [
  {
    id: "action-unpinned",
    level: "warning",
    title: "A stranger's action can change under its name",
    help: "A tag or branch can be moved to other code by whoever owns, or breaks into, the action's repository; a commit cannot.",
    fix: "Put the 40 digits of the commit behind the `@`, and the version in a comment.",
    *check(workflow) {
      if (agentsOf(workflow).length === 0) return;
      for (const job of workflow.jobs) {
        if (job.uses !== null && isUnpinned(job.uses))
          yield hit(job, job.uses.at, `${job.uses.text} is not a commit`);
        for (const { key, uses } of job.steps)
          if (uses !== null && isUnpinned(uses)) yield hit({ key }, uses.at, `${uses.text} is not a commit`);
      }
    },
  },
  {
    id: "cli-unpinned",
    level: "warning",
    title: "A program is installed in whatever version is newest",
    help: "What is installed without a version, or piped from an address into a shell, is not what was tried, and comparisons over time compare different programs.",
    fix: "Name the version, or install what a lock file holds.",
    *check(workflow) {
      for (const { job } of agentJobs(workflow))
        for (const { key, run } of job.steps) {
          const spot = run === null ? null : spotOf(whole(run), INSTALLS);
          if (spot !== null) yield hit({ key }, spot.at, `No version is named: ${spot.text.trim()}`);
        }
      for (const { step, agent } of agentsOf(workflow)) {
        const input = VERSION_INPUTS[agent.kind.id];
        const version = input === undefined ? null : textOf(step.with, input);
        if (input !== undefined && (version === null || version === "latest"))
          yield hit(
            step,
            step.with.get(input)?.keyAt ?? step.at,
            `${input} is ${version ?? "not set"}: the newest is installed`,
          );
      }
    },
  },
  {
    id: "mcp-unpinned",
    level: "warning",
    title: "An MCP server is taken from a registry as it is today",
    help: "The agent runs it with its own rights. Without a version its next release runs too, and with all of a project's servers enabled, those of a pull request.",
    fix: "Name the version, `npx -y package@1.2.3`, or a container's digest; enable servers by name.",
    *check(workflow) {
      for (const { step, agent } of agentsOf(workflow)) {
        const parts: Part[] = [...agent.settings, ...(step.run === null ? [] : [whole(step.run)])];
        const isMcp = (part: Part) =>
          /mcp/i.test(bodyOf(part)) || part.node === step.with.get("mcp_config")?.value;
        for (const pattern of [UNVERSIONED_JSON, UNVERSIONED_COMMAND, ALL_SERVERS]) {
          const spot = parts
            .filter(isMcp)
            .map((part) => spotOf(part, pattern))
            .find((found) => found !== null);
          if (spot)
            yield hit(step, spot.at, `No version or name bounds it: ${spot.text.replaceAll(/\s+/g, " ")}`);
        }
      }
    },
  },
  {
    id: "agent-outdated",
    level: "warning",
    title: "The agent's action is no longer kept up",
    help: "An archived or beta version gets no fixes, also none for ways around its own checks.",
    fix: "Move to its successor or its newest version.",
    *check(workflow) {
      for (const { step, agent } of agentsOf(workflow)) {
        const { uses } = step;
        if (uses === null) continue;
        const why =
          agent.kind.outdated ??
          (/^(?:beta|v0(?:\.\d+)*)$/.test(uses.ref ?? "") && /^anthropics\//i.test(uses.name)
            ? `${uses.text} is a version before 1`
            : null);
        if (why !== null) yield hit(step, uses.at, why);
      }
    },
  },
  {
    id: "model-unpinned",
    level: "note",
    title: "Which model runs is left to a default",
    help: "A default or an alias is another model one day, at another price: what a run will cost, and why it changed, cannot be known.",
    fix: "Name the model in full.",
    *check(workflow) {
      if (workflow.compiled) return;
      for (const { step, agent } of agentsOf(workflow)) {
        const { model } = agent;
        if (model?.includes("${{")) continue;
        if (model === null) yield hit(step, step.at, `No model is named for ${agent.kind.name}`);
        else if (ALIAS.test(model)) yield hit(step, step.at, `${model} is an alias of models that change`);
      }
    },
  },
  {
    id: "lock-stale",
    level: "warning",
    title: "The compiled workflow is not what its source says",
    help: "What runs is the `.lock.yml` that gh-aw made; what was changed in the `.md` since does not hold.",
    fix: "Run `gh aw compile` and commit both files.",
    *check(workflow, repository) {
      if (!workflow.compiled) return;
      const state = compiledSource(workflow.source, repository);
      const at = {
        source: workflow.source,
        start: 0,
        end: workflow.source.text.split("\n", 1)[0]?.length ?? 0,
      };
      if (state !== null) yield hit({ key: "" }, at, state);
    },
  },
];

/** GitHub's own are kept by whoever runs the job anyway. */
const VERSION_INPUTS: Readonly<Record<string, string>> = {
  "codex-action": "codex-version",
  "run-gemini-cli": "gemini_cli_version",
};

/** A package's name that no version follows. */
const BARE = String.raw`(?:@[\w.-]+\/)?[A-Za-z][\w.-]*(?:@latest)?(?=[\s"';|&)]|$)`;
const INSTALLS = new RegExp(
  [
    String.raw`\bnpm (?:i|install|add) (?:-g|--global) (?:-\S+ )*${BARE}`,
    String.raw`\bnpm (?:i|install|add) (?:-\S+ )*${BARE} (?:-g|--global)\b`,
    String.raw`\b(?:npx|bunx) (?:-y |--yes )?(?:@anthropic-ai\/claude-code|@openai\/codex|@google\/gemini-cli|@github\/copilot)(?:@latest)?(?=\s|$)`,
    String.raw`\bpipx? install (?:-\S+ )*(?:aider-chat|aider-install|goose-ai)(?=\s|$)`,
    String.raw`\b(?:curl|wget)\b[^\n|;]*\|\s*(?:sudo\s+)?(?:ba|z)?sh\b`,
  ].join("|"),
);
const UNVERSIONED_JSON =
  /"command"\s*:\s*"(?:npx|bunx|uvx)"\s*,\s*"args"\s*:\s*\[\s*(?:"-{1,2}[\w-]+"\s*,\s*)*"(?:@[\w.-]+\/)?[A-Za-z][\w.-]*(?:@latest)?"/;
const UNVERSIONED_COMMAND = new RegExp(
  String.raw`\bmcp add\b[^\n]*\b(?:npx|bunx|uvx) (?:-y |--yes )?${BARE}`,
);
const ALL_SERVERS = /"enableAllProjectMcpServers"\s*:\s*true/;
const ALIAS = /^(?:sonnet|opus|haiku|default|opusplan|auto|latest)$|(?:^|[-:@/])latest$/i;
