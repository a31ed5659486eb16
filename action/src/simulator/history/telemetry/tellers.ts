import type { Blueprint } from "#simulator/history/blueprint.ts";
import type { Fate, Occasion } from "#simulator/history/occasion.ts";
import type { Story } from "#simulator/history/story.ts";
import { archive, type Files } from "#simulator/history/telemetry/archive.ts";
import { claudeFiles, claudeWork } from "#simulator/history/telemetry/claude.ts";
import { claudeLog } from "#simulator/history/telemetry/claude-result.ts";
import { codexFiles, codexLog, codexWork } from "#simulator/history/telemetry/codex.ts";
import { migrationFiles } from "#simulator/history/telemetry/codex-migration.ts";
import { copilotFiles, copilotWork } from "#simulator/history/telemetry/copilot-command.ts";
import { docsFiles, docsWork } from "#simulator/history/telemetry/docs-assistant.ts";
import { geminiFiles, geminiWork } from "#simulator/history/telemetry/gemini.ts";
import {
  activationFiles,
  agentFiles,
  awInfo,
  detectionFiles,
  firewallFiles,
  ghAwLog,
  ghAwWork,
  safeOutputFiles,
  usageFiles,
} from "#simulator/history/telemetry/gh-aw.ts";
import { notesFiles, notesWork } from "#simulator/history/telemetry/release-notes.ts";
import { type Scene, sceneOf } from "#simulator/history/telemetry/scene.ts";
import { stewardFiles, stewardWork } from "#simulator/history/telemetry/steward.ts";
import type { Work } from "#simulator/history/telemetry/work.ts";
import { CLAUDE_CODE, CODEX, GEMINI, STEWARD_AGENT } from "#simulator/history/workflows/agents.ts";
import { DAILY_STATUS } from "#simulator/history/workflows/gh-aw.ts";
import {
  CODEX_MIGRATION,
  COPILOT_COMMAND,
  DOCS_ASSISTANT,
  RELEASE_NOTES,
} from "#simulator/history/workflows/programs.ts";
import type { SimulatedAttempt } from "#simulator/model.ts";

/** How a workflow's agent tells what it did: in files of its artifacts, by name, and in the log of its step. */
type Teller = {
  job: string;
  step: string;
  work: (scene: Scene) => Work;
  artifacts: Readonly<Record<string, (scene: Scene, work: Work) => Files>>;
  log?: (scene: Scene, work: Work) => readonly string[];
};

/** By workflow. Copilot's coding agent is missing: it tells nothing that can be reached. */
const TELLERS: ReadonlyMap<Blueprint, Teller> = new Map<Blueprint, Teller>([
  [
    CLAUDE_CODE,
    {
      ...{ job: "claude", step: "Run Claude Code", work: claudeWork, log: claudeLog },
      artifacts: { "claude-execution-file": claudeFiles },
    },
  ],
  [
    CODEX,
    {
      ...{ job: "review", step: "Run Codex", work: codexWork, log: codexLog },
      artifacts: { "codex-rollout": codexFiles },
    },
  ],
  [
    GEMINI,
    {
      ...{ job: "triage", step: "Run Gemini issue triage", work: geminiWork },
      artifacts: { "gemini-output": geminiFiles },
    },
  ],
  [
    STEWARD_AGENT,
    {
      ...{ job: "steward", step: "Ask the steward", work: stewardWork },
      artifacts: { "agentops-events": stewardFiles },
    },
  ],
  [
    DOCS_ASSISTANT,
    {
      ...{ job: "answer", step: "Answer open questions", work: docsWork },
      artifacts: { "agentops-telemetry": docsFiles },
    },
  ],
  [
    RELEASE_NOTES,
    {
      ...{ job: "write", step: "Write the release notes", work: notesWork },
      artifacts: { "agentops-telemetry": notesFiles },
    },
  ],
  [
    COPILOT_COMMAND,
    {
      ...{ job: "changelog", step: "Ask Copilot", work: copilotWork },
      artifacts: { "copilot-session": copilotFiles },
    },
  ],
  [
    CODEX_MIGRATION,
    {
      ...{ job: "migrate", step: "Run Codex", work: codexWork, log: codexLog },
      artifacts: { "codex-sessions": migrationFiles },
    },
  ],
  [
    DAILY_STATUS,
    {
      ...{ job: "agent", step: "Execute GitHub Copilot CLI", work: ghAwWork, log: ghAwLog },
      artifacts: {
        aw_info: (scene) => ({ "aw_info.json": awInfo(scene) }),
        activation: activationFiles,
        agent: agentFiles,
        "safe-output": safeOutputFiles,
        "firewall-audit-logs": firewallFiles,
        usage: usageFiles,
        detection: detectionFiles,
      },
    },
  ],
]);

/**
 * What an artifact of an attempt holds, made when it is asked for; `nothing` where the agent did not work,
 * `elsewhere` where the artifact is none of an agent's.
 */
export function reportedIn(
  artifact: string,
  story: Story,
  occasion: Occasion,
  attempt: SimulatedAttempt,
  fate: Fate,
): (() => Buffer) | "nothing" | "elsewhere" {
  const teller = TELLERS.get(occasion.blueprint);
  const files = teller?.artifacts[artifact];
  if (teller === undefined || files === undefined) return "elsewhere";
  if (sceneOf(story, occasion, attempt, fate, teller) === null) return "nothing";
  return () => {
    const scene = sceneOf(story, occasion, attempt, fate, teller);
    return archive(scene === null ? {} : files(scene, teller.work(scene)));
  };
}

/** What an agent's step printed; null where its log tells nothing of it. */
export function reportedInLog(
  story: Story,
  occasion: Occasion,
  attempt: SimulatedAttempt,
  fate: Fate,
): { job: number; step: number; lines: readonly string[] } | null {
  const teller = TELLERS.get(occasion.blueprint);
  const scene = teller?.log ? sceneOf(story, occasion, attempt, fate, teller) : null;
  if (!teller?.log || scene === null) return null;
  return { job: scene.job.id, step: scene.step.number, lines: teller.log(scene, teller.work(scene)) };
}
