import { agentOfLogin, BRANCH_RULES, type EvidenceRule, EXECUTION_RULES } from "#core/agents/evidence.ts";
import type { AgentRule } from "#core/config.ts";
import { globs } from "#core/glob.ts";
import type { Run } from "#core/records/run.ts";

/** What of a run may say which agent it belongs to. Texts of commits and e-mail addresses never do. */
export type Evidence = Pick<
  Run,
  | "workflow_name"
  | "workflow_file"
  | "referenced_workflows"
  | "display_title"
  | "actor"
  | "triggering_actor"
  | "head_branch"
  | "from_fork"
>;

export type Attribution = {
  /** The agent's name, as pages show it. */
  agent: string;
  /**
   * `execution`: the workflow runs the agent itself. `change`: the agent caused the run (it pushed, opened or
   * commented) and the workflow does something else, usually check its work.
   */
  part: "execution" | "change";
  /** For people: which field says so and what it says, e.g. `actor Copilot`. Text of strangers: escape it. */
  evidence: string;
};

/**
 * Which agent a run belongs to, or null when nothing says so: a name is never guessed. The configured rules
 * come first, then what only an agent's own workflow can show, then who started the run, then its branch.
 */
export function attribute(run: Evidence, rules: readonly AgentRule[]): Attribution | null {
  return byConfiguration(run, rules) ?? byWorkflow(run) ?? byActor(run) ?? byBranch(run);
}

function byConfiguration(run: Evidence, rules: readonly AgentRule[]): Attribution | null {
  const index = rules.findIndex((rule) => matches(rule, run));
  const rule = rules[index];
  if (rule === undefined) return null;
  const part = rule.workflow || rule.title ? "execution" : "change";
  return { agent: rule.name, part, evidence: `rule ${index + 1} of the configuration` };
}

/** Every pattern that the rule gives must match. */
function matches(rule: AgentRule, run: Evidence): boolean {
  const file = run.workflow_file;
  return (
    fits(rule.workflow, run.workflow_name, file, file?.split("/").at(-1)) &&
    fits(rule.actor, run.actor ?? run.triggering_actor) &&
    fits(rule.branch, run.head_branch) &&
    fits(rule.title, run.display_title)
  );
}

function fits(pattern: string | undefined, ...texts: (string | null | undefined)[]): boolean {
  if (pattern === undefined) return true;
  const matcher = MATCHERS.get(pattern) ?? globs([pattern]);
  MATCHERS.set(pattern, matcher);
  return texts.some((text) => text && matcher(text));
}

/** The configuration's few patterns, compiled once instead of once a run. */
const MATCHERS = new Map<string, (text: string) => boolean>();

function byWorkflow(run: Evidence): Attribution | null {
  const texts = {
    "workflow file": [run.workflow_file],
    "called workflow": run.referenced_workflows.map((called) => called.path),
    "workflow name": [run.workflow_name],
  };
  for (const rule of EXECUTION_RULES)
    for (const text of texts[rule.field]) {
      const evidence = says(rule, text);
      if (evidence) return { agent: rule.agent, part: "execution", evidence };
    }
  return null;
}

/** The one who started the run first; who re-ran it later says nothing about whose run it is. */
function byActor(run: Evidence): Attribution | null {
  const login = run.actor ?? run.triggering_actor;
  const agent = login && agentOfLogin(login);
  return agent ? { agent, part: "change", evidence: `actor ${login}` } : null;
}

/**
 * A branch speaks only in the repository itself, because a fork's owner may choose any name, and only when its
 * prefix is not the name of the person who pushed it (`devin/…` by devin-smith).
 */
function byBranch(run: Evidence): Attribution | null {
  if (run.head_branch === null || run.from_fork) return null;
  const owner = run.head_branch.split("/")[0] ?? "";
  if ((run.actor ?? "").toLowerCase().includes(owner.toLowerCase())) return null;
  for (const rule of BRANCH_RULES) {
    const evidence = says(rule, run.head_branch);
    if (evidence) return { agent: rule.agent, part: "change", evidence };
  }
  return null;
}

function says(rule: EvidenceRule, text: string | null): string | null {
  if (text === null) return null;
  // Most texts have none, and every rule asks each text of every run.
  const spoken = text.includes("@") ? text.replaceAll(ADDRESS, "") : text;
  return rule.pattern.test(spoken) ? `${rule.field} ${text}` : null;
}

/** An e-mail address names a person or a host, never an agent. */
const ADDRESS = /[\w.+-]+@[\w-]+\.[\w.-]+/g;
