import { spotOf, whole } from "#core/inventory/agents.ts";
import { agentExposure } from "#core/inventory/exposure.ts";
import { agentsOf, type Part, type Placed, scalarOf, type Workflow } from "#core/inventory/model.ts";
import { CAPABILITY, type Hit, hit, type Rule } from "#core/inventory/rule.ts";
import type { Span } from "#core/inventory/source.ts";
import { toolsOf } from "#core/inventory/tools.ts";

/** What the agent may do. Alone it is a note: it matters by who can have the agent do it. */
export const CAPABILITY_RULES: readonly Rule[] = [
  {
    id: "skip-permissions",
    level: "error",
    title: "The agent asks nobody before it acts",
    help: "With its permission checks off, every tool runs that an instruction, also one hidden in what it reads, asks for. A note alone; an error where strangers can start it.",
    fix: "List the tools it needs (`--allowedTools`, `--allow-tool`) instead of allowing all.",
    check: (workflow) =>
      spotted(workflow, UNASKED, (name, text) => `${name} runs with ${text}: no tool is refused`),
  },
  {
    id: "sandbox-off",
    level: "error",
    title: "The agent runs outside of its sandbox",
    help: "Without the sandbox its commands reach the whole runner, the network and every secret of the job. A note alone; an error where strangers can start it.",
    fix: "Leave the sandbox as it is by default, or open the one folder or host that is needed.",
    check: (workflow) => spotted(workflow, UNBOXED, (name, text) => `${name} runs with ${text}`),
  },
  {
    id: "tools-unbounded",
    level: "error",
    title: "The agent may run any command",
    help: "A shell without bounds is every other tool too. A note alone; an error where strangers can start it.",
    fix: "Name the commands: `Bash(gh issue view:*)`, `shell(npm test)`.",
    *check(workflow) {
      for (const placed of agentsOf(workflow))
        for (const { text, at } of toolsOf(placed.step, placed.agent) ?? [])
          if (UNBOUNDED.test(text))
            yield hit(
              placed.step,
              at,
              `${placed.agent.kind.name} may run any command: ${text}`,
              levelOf(workflow, placed),
            );
    },
  },
  {
    id: "tools-expandable",
    level: "warning",
    title: "An allowed command can run others",
    help: "`echo $(…)` is expanded by the shell before `echo` is looked at, git runs hooks and pagers, and `npm run` whatever package.json says. A note alone; a warning where somebody from outside is heard.",
    fix: "Allow the narrowest form, such as `Bash(git diff:*)`, or a tool that takes no shell.",
    *check(workflow) {
      for (const placed of agentsOf(workflow)) {
        const tools = toolsOf(placed.step, placed.agent) ?? [];
        const { step, agent, job } = placed;
        const level = agentExposure(workflow, job, step, agent) === "nobody" ? "note" : "warning";
        const found = tools.filter(({ text }) => EXPANDABLE.test(text));
        const names = [...new Set(found.map(({ text }) => text))].join(", ");
        if (found[0] !== undefined)
          yield hit(step, found[0].at, `These can run other commands: ${names}`, level);
      }
    },
  },
];

const UNASKED =
  /--dangerously-skip-permissions|bypassPermissions|--yolo\b|--approval-mode[\s=]+["']?yolo|--dangerously-bypass-approvals-and-sandbox|--allow-all-tools|--allow-all(?=\s|$)|--dangerously-allow-all|"approvalMode"\s*:\s*"yolo"/;
const UNBOXED =
  /danger-full-access|\bunsafe\b|"sandbox"\s*:\s*(?:false|"false")|--no-sandbox\b|--dangerously-bypass-approvals-and-sandbox/;
const UNBOUNDED = /^(?:\*|Bash(?:\((?:\*|:\*|\*:\*)?\))?|run_shell_command|shell(?:\((?:\*|:\*)?\))?)$/;
const EXPANDABLE =
  /^(?:Bash|run_shell_command|shell)\(\s*(?:echo|printf|cat|find|xargs|env|sh|bash|eval|git|node|python3?|npm run|npx|make|docker|awk|sed)(?:[\s:]*\*)?\s*\)$/;

function levelOf(workflow: Workflow, { job, step, agent }: Placed) {
  return CAPABILITY[agentExposure(workflow, job, step, agent)];
}

function* spotted(
  workflow: Workflow,
  pattern: RegExp,
  message: (name: string, text: string) => string,
): Iterable<Hit> {
  // What gh-aw compiles runs behind its own firewall, with every tool allowed within.
  const agents = agentsOf(workflow).filter(({ step }) => !/\bawf\b/.test(step.run?.body ?? ""));
  for (const placed of agents) {
    const seen = new Set<number>();
    for (const { text, at } of spots(placed, pattern)) {
      if (seen.has(at.start)) continue;
      seen.add(at.start);
      yield hit(placed.step, at, message(placed.agent.kind.name, text), levelOf(workflow, placed));
    }
  }
}

/** In its settings, and in environment variables that stand for them. */
function spots({ step, agent }: Placed, pattern: RegExp): { text: string; at: Span }[] {
  const variables = ["GEMINI_SANDBOX", "CLAUDE_ARGS"].map((name) => scalarOf(step.env, name));
  const parts: Part[] = [
    ...agent.settings,
    ...variables.flatMap((node) => (node === null ? [] : [whole(node)])),
  ];
  return parts.flatMap((part) => spotOf(part, pattern) ?? []);
}
