import type { Blueprint } from "#simulator/history/blueprint.ts";
import {
  CLAUDE_CODE,
  CODEX,
  COPILOT_AGENT,
  GEMINI,
  STEWARD_AGENT,
} from "#simulator/history/workflows/agents.ts";
import { CI } from "#simulator/history/workflows/ci.ts";
import { DEPLOY } from "#simulator/history/workflows/deploy.ts";
import { DAILY_STATUS } from "#simulator/history/workflows/gh-aw.ts";
import { NIGHTLY } from "#simulator/history/workflows/nightly.ts";
import { OWN_SYNC } from "#simulator/history/workflows/own-sync.ts";
import {
  CODEX_MIGRATION,
  COPILOT_COMMAND,
  DOCS_ASSISTANT,
  RELEASE_NOTES,
} from "#simulator/history/workflows/programs.ts";

/** All workflows of the repository, as `GET …/actions/workflows` lists them. */
export const CAST: readonly Blueprint[] = [
  CI,
  NIGHTLY,
  DEPLOY,
  CLAUDE_CODE,
  CODEX,
  COPILOT_AGENT,
  GEMINI,
  STEWARD_AGENT,
  DAILY_STATUS,
  DOCS_ASSISTANT,
  RELEASE_NOTES,
  COPILOT_COMMAND,
  CODEX_MIGRATION,
  OWN_SYNC,
];
