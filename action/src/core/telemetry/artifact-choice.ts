import { attribute } from "#core/agents/attribution.ts";
import type { AgentRule } from "#core/config.ts";
import { hasEnded } from "#core/records/ended.ts";
import type { Artifact, Run } from "#core/records/run.ts";
import type { Utc } from "#core/time.ts";

/** Ours tell of any run, whatever its workflow is called. */
const OURS = /agentops/i;
/** What agents, their actions and the people who use them call what they upload; gh-aw puts a hash before its names. */
const AGENTS =
  /(?:^|[^a-z0-9])(?:claude|codex|gemini|copilot|openhands|aider|agents?|aw[-_]info|activation|firewall-audit-logs|usage|detection|safe-?outputs?|execution|sessions?|transcripts?|rollouts?|trajectory|telemetry|otel|otlp|events?)(?:$|[^a-z0-9])/i;
/** An agent's telemetry is text, packed; what is larger is something else. */
const LARGEST = 50 * 1024 * 1024;
const MOST = 10;

/** Agents that run at GitHub's and leave nothing that we could read. */
const SILENT = /^Copilot (?:coding agent|code review)$/;

export type TelemetrySources = {
  /** To be downloaded, ours first. */
  artifacts: Artifact[];
  /** Whether the log of the agent's job may tell what it used, if artifacts do not. */
  log: boolean;
};

/**
 * Where an ended attempt may have left telemetry; null where there is none to be expected. Artifacts belong to the
 * run: those older than the attempt are an earlier one's.
 */
export function telemetrySources(run: Run, rules: readonly AgentRule[]): TelemetrySources | null {
  if (!hasEnded(run) || run.conclusion === "skipped") return null;
  const attribution = attribute(run, rules);
  const isAgent = attribution?.part === "execution";
  const since = run.run_started_at ?? run.created_at;
  const artifacts = (run.artifacts ?? [])
    .filter(
      ({ name, expired, size_in_bytes, created_at }) =>
        !expired &&
        size_in_bytes <= LARGEST &&
        (created_at ?? since) >= since &&
        (OURS.test(name) || (isAgent && AGENTS.test(name))),
    )
    .sort((a, b) => Number(OURS.test(b.name)) - Number(OURS.test(a.name)) || a.id - b.id)
    .slice(0, MOST);
  const log =
    isAgent && !SILENT.test(attribution.agent) && (run.jobs ?? []).some(({ steps }) => steps.length > 0);
  return artifacts.length > 0 || isAgent ? { artifacts, log } : null;
}

/** Whether all that an attempt left can still be read: part of it would tell less than what is known. */
export function isAllThere(run: Run, rules: readonly AgentRule[], now: Utc): boolean {
  const sources = telemetrySources(run, rules);
  const isHere = ({ expired, expires_at }: Artifact) => !expired && (expires_at === null || expires_at > now);
  return sources !== null && sources.artifacts.length > 0 && (run.artifacts ?? []).every(isHere);
}
