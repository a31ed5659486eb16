import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "#core/errors.ts";
import { Previews } from "#core/records/previews.ts";
import { startCollector } from "#io/collect/collector.ts";
import { interruption } from "#io/interruption.ts";

/**
 * The receiver as a process: `agentops collect` runs it in front, the collect Action in the background, from a
 * bundle of its own, because it stays in memory as long as the job. Settings are variables, as containers have
 * them: `PORT` (4318; 0: any free one), `SHUTDOWN_TIMEOUT` (seconds, 10), `LOG_LEVEL` (debug shows refusals),
 * `AGENTOPS_PREVIEWS` (none; short or full keeps what agents say, on this machine).
 */

type Environment = Readonly<Record<string, string | undefined>>;

const PORT = 4318;
const SHUTDOWN_SECONDS = 10;

/** Written into the directory once requests are answered: the address. */
export const READY_FILE = "agentops-address.txt";

/** Collects into the directory until the process is asked to end. */
export async function runCollector(
  environment: Environment,
  options: { directory: string; onReady(url: string): void; debug(message: string): void },
): Promise<void> {
  const timeout = wholeNumber(environment, "SHUTDOWN_TIMEOUT", SHUTDOWN_SECONDS, 3600);
  const interrupted = interruption();
  const collector = await startCollector({
    directory: options.directory,
    port: wholeNumber(environment, "PORT", PORT, 65_535),
    job: {
      repository: environment["GITHUB_REPOSITORY"] || null,
      run_id: identifier(environment["GITHUB_RUN_ID"]),
      run_attempt: identifier(environment["GITHUB_RUN_ATTEMPT"]),
      job: environment["GITHUB_JOB"] || null,
      workflow_sha: environment["GITHUB_WORKFLOW_SHA"] || null,
      actor: environment["GITHUB_ACTOR"] || null,
      environment: environment["OPENLIT_ENVIRONMENT"] || environment["APP_ENV"] || null,
      service_name: environment["OTEL_SERVICE_NAME"] || environment["OPENLIT_APPLICATION_NAME"] || null,
    },
    redact: {},
    previews: Previews.safeParse(environment["AGENTOPS_PREVIEWS"]).data ?? "none",
    debug: options.debug,
  });
  await writeFile(join(options.directory, READY_FILE), collector.url);
  options.onReady(collector.url);
  await interrupted;
  await collector.stop(timeout * 1000);
}

function wholeNumber(environment: Environment, name: string, standard: number, most: number): number {
  const given = environment[name]?.trim();
  if (!given) return standard;
  if (/^\d{1,6}$/.test(given) && Number(given) <= most) return Number(given);
  throw new UserError(
    `${name} must be a whole number from 0 to ${most}, not ${JSON.stringify(given)}`,
    "Correct it, or leave it out for the default.",
  );
}

function identifier(text: string | undefined): number | null {
  const id = Number(text);
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}
