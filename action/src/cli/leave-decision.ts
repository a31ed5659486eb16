import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { GuardDecision } from "#core/guard/decide.ts";
import type { OwnRun } from "#core/guard/own-run.ts";
import { decimalUsd } from "#core/pricing/money.ts";
import { verdictEvent } from "#core/records/guard-verdict.ts";
import { because } from "#core/render/guard-text.ts";
import { GUARD_ARTIFACT, GUARD_FILE, type GuardFile } from "#core/telemetry/guard-file.ts";
import type { Utc } from "#core/time.ts";

/** The sync needs it once. */
const RETENTION_DAYS = 7;

/**
 * Leaves the decision for the next sync, as an artifact: GitHub tells when it was made, which an agent that starts later
 * cannot have been before. Rejects where the service refuses.
 */
export async function leaveDecision(decision: GuardDecision, own: OwnRun, at: Utc): Promise<string> {
  const { glass, asOf, config, unseen, remaining } = decision;
  const told = verdictEvent(
    {
      at,
      answer: decision.answer,
      allowed: decision.allowed,
      reason: because(decision),
      break_glass: glass.kind === "broken" ? glass.reason : null,
    },
    {
      unseen,
      ...(asOf !== null && { as_of: asOf }),
      ...(config !== null && { config }),
      ...(remaining !== null && { remaining_usd: decimalUsd(remaining) }),
    },
  );
  const event = { ...told, user_id: own.actor };
  const file: GuardFile = { guard: 1, run_id: own.run_id, run_attempt: own.run_attempt, event };
  const folder = await mkdtemp(join(tmpdir(), "agentops-guard-"));
  try {
    await writeFile(join(folder, GUARD_FILE), `${JSON.stringify(file)}\n`);
    const { uploadArtifact } = await import("#io/upload-artifact.ts");
    return await uploadArtifact(GUARD_ARTIFACT, [join(folder, GUARD_FILE)], folder, RETENTION_DAYS);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
