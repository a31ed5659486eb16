import type { Alert } from "#core/records/alert.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import { METRIC_EVENT, type StoredEvent } from "#core/records/event.ts";
import type { Execution } from "#core/records/execution.ts";
import type { IsAgent } from "#core/records/kind.ts";
import { withPreviews } from "#core/records/previews.ts";
import type { Pull } from "#core/records/pull.ts";
import type { Run } from "#core/records/run.ts";
import type { IssuedStatement } from "#core/records/statement.ts";

/**
 * What `privacy.publish: redacted` leaves of a run: figures, workflows, jobs and steps stay; titles, branch names,
 * people and commit messages go, and the repository a branch is of, for that of a fork names a person. Applied
 * before anything is concluded, so that no page, file or link can hold more. Agents' accounts are no people and
 * stay, or nothing could be said about agents; an agent known by its branch or by a configured title alone is lost.
 */
export function anonymiseRun(run: Run, isAgent: IsAgent): Run {
  return {
    ...run,
    display_title: null,
    head_branch: null,
    head_commit: null,
    head_repository: null,
    actor: accountOfAgent(run.actor, isAgent),
    triggering_actor: accountOfAgent(run.triggering_actor, isAgent),
  };
}

/** What it leaves of a reading: the kinds of failure, where they are and every figure, but no text of the log. */
export function anonymiseReading(reading: StoredAnalysis): StoredAnalysis {
  return {
    ...reading,
    findings: reading.findings.map((finding) => ({ ...finding, message: "", pattern: "", excerpt: [] })),
    tests: reading.tests && { ...reading.tests, failures: [] },
    branches: [],
    slow_commands: [],
  };
}

/** What it leaves of an execution: every figure and name of a tool, but no person and no text that was said. */
export function anonymiseExecution(reported: Execution): Execution {
  const execution = withPreviews(reported, "none");
  return {
    ...execution,
    user_id: null,
    error_message: null,
    agent_workflow: execution.agent_workflow && { ...execution.agent_workflow, error_message: null },
    exceptions: execution.exceptions.map((one) => ({ ...one, message: null, stack: null })),
    tools: execution.tools.map((tool) => ({ ...tool, error: null })),
    decisions: execution.decisions.map((decision) => ({ ...decision, reason: null })),
  };
}

/** What it leaves of an event: what happened when, figures and a metric's own name, but no person and no text. */
export function anonymiseEvent(event: StoredEvent): StoredEvent {
  const { attributes, ...rest } = event;
  const isKept = ([name, value]: [string, unknown]) =>
    typeof value !== "string" || (event.type === METRIC_EVENT && METRIC_WORDS.includes(name));
  return {
    ...rest,
    user_id: null,
    error_message: null,
    error_stack: null,
    ...{ content: null, input: null, output: null },
    ...(attributes && { attributes: Object.fromEntries(Object.entries(attributes).filter(isKept)) }),
  };
}

const METRIC_WORDS: readonly string[] = ["name", "kind", "unit"];

/** What it leaves of a pull request: every figure, and its author where that is an agent. */
export function anonymisePull(pull: Pull, isAgent: IsAgent): Pull {
  return { ...pull, author: accountOfAgent(pull.author, isAgent), head_branch: "", head_repository: null };
}

/** What it leaves of an alert: its rule, its figures and workflows, steps and tools, but no title of anybody's work. */
export function anonymiseAlert(alert: Alert): Alert {
  const { subject } = alert.condition;
  if (subject.kind !== "work") return alert;
  return { ...alert, condition: { ...alert.condition, subject: { ...subject, name: "" } } };
}

/** What it leaves of an issued statement: its sums. Teams and agents may be told by what is hidden, and then differ. */
export function anonymiseStatement(statement: IssuedStatement): IssuedStatement {
  return { ...statement, rows: [] };
}

function accountOfAgent(login: string | null, isAgent: IsAgent): string | null {
  return login !== null && isAgent(login) ? login : null;
}
