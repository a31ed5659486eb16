import type { LogPart } from "#core/failures/log-part.ts";
import type { Redactor } from "#core/failures/redactor.ts";
import type { Analysis, TestResults } from "#core/records/analysis.ts";

/** What a reading says besides its findings. */
export type Facts = Pick<
  Analysis,
  "tests" | "coverage" | "agents" | "metrics" | "pull_requests" | "branches" | "resources" | "slow_commands"
>;

const MOST = { failures: 50, agents: 20, commands: 5, names: 20, metrics: 100 };

/** The facts of all logs as one, redacted. Several logs' counts add up; of measures the greatest stands. */
export function factsOf(parts: readonly LogPart[], redactor: Redactor): Facts {
  const all = parts.map(({ reading }) => reading.facts);
  const resources: Record<string, number> = {};
  for (const facts of all)
    for (const [name, value] of Object.entries(facts.resources ?? {}))
      resources[name] = Math.max(resources[name] ?? value, value);
  const metrics = all.flatMap((facts) => Object.entries(facts.metrics ?? {}));
  return {
    tests: all.map(({ tests }) => tests ?? null).reduce((a, b) => sum(a, b, redactor), null),
    coverage: all.findLast(({ coverage }) => coverage != null)?.coverage ?? null,
    agents: all
      .flatMap(({ agents }) => agents ?? [])
      .slice(0, MOST.agents)
      .map((agent) => ({ ...agent, model: redactor.text(agent.model, 200) })),
    metrics: Object.fromEntries(
      metrics.slice(0, MOST.metrics).map(([name, value]) => [redactor.text(name, 100), value]),
    ),
    pull_requests: distinct(all.flatMap(({ pull_requests }) => pull_requests ?? [])),
    branches: distinct(all.flatMap(({ branches }) => branches ?? [])).map((name) => redactor.text(name, 255)),
    resources,
    slow_commands: (redactor.keepsText ? all : [])
      .flatMap(({ slow_commands }) => slow_commands ?? [])
      .sort((a, b) => b.seconds - a.seconds)
      .slice(0, MOST.commands)
      .map((command) => ({ ...command, text: redactor.text(command.text, 200) })),
  };
}

function sum(a: TestResults | null, b: TestResults | null, redactor: Redactor): TestResults | null {
  if (b === null) return a;
  const add = (x: number | null | undefined, y: number | null) => (y === null ? (x ?? null) : (x ?? 0) + y);
  const names = (redactor.keepsText ? b.failures : []).map((name) => redactor.text(name, 300));
  return {
    passed: add(a?.passed, b.passed),
    failed: add(a?.failed, b.failed),
    skipped: add(a?.skipped, b.skipped),
    failures: distinct([...(a?.failures ?? []), ...names]).slice(0, MOST.failures),
  };
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)].slice(0, MOST.failures);
}
