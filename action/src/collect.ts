import { getState, setFailed, warning } from "@actions/core";
import { describe } from "#core/errors.ts";
import { printable } from "#core/render/printable.ts";

/**
 * The collect Action's entry, both times: as its step it starts the receiver in the background, after the job it
 * stops it and uploads what came. Observing must not harm: whatever goes wrong is a warning, never a failed job.
 */
async function main(): Promise<void> {
  if (getState("directory") === "") await (await import("./collect/start.ts")).start();
  else await (await import("./collect/finish.ts")).finish();
}

main().catch((error: unknown) => {
  if (process.env["AGENTOPS_STRICT"] === "true") setFailed(printable(describe(error)));
  else warning(printable(`No telemetry is collected: ${describe(error)}`));
});
