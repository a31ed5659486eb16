import type { Execution } from "#core/records/execution.ts";
import type { Resources } from "#core/records/resources.ts";
import { redact } from "#core/redact/redact.ts";
import type { CollectedFrom, ImportContext } from "#core/telemetry/importer.ts";

/** GitHub's rule for logins; apps end in `[bot]`. */
const LOGIN = /^[A-Za-z\d](?:[A-Za-z\d-]{0,98})(?:\[bot\])?$/;
const LONGEST_NAME = 200;

/**
 * Executions of an artifact that holds the note of its job take from the note what they lack. Executions whose file
 * is not known belong to the job where there is only one.
 */
export function withCollectedJobs(
  executions: readonly Execution[],
  jobs: readonly CollectedFrom[],
  context: ImportContext,
): Execution[] {
  return executions.map((execution) => {
    const { file } = execution.source;
    const own = jobs.find(({ artifact }) => file?.startsWith(`${artifact}/`));
    const from = own ?? (file === null && jobs.length === 1 ? jobs[0] : undefined);
    if (from === undefined) return execution;
    const { job } = from;
    return {
      ...execution,
      environment: execution.environment ?? name(job.environment, context),
      service_name: execution.service_name ?? name(job.service_name, context),
      user_id: execution.user_id ?? actor(job.actor, context),
      resources: bothResources(execution.resources, job.resources),
    };
  });
}

/** A program tells its own memory, and the job samples the rest. */
function bothResources(reported: Resources | null, sampled: Resources | null): Resources | null {
  if (reported === null || sampled === null) return reported ?? sampled;
  return {
    ...sampled,
    process_memory_bytes: reported.process_memory_bytes ?? sampled.process_memory_bytes,
    steady_growth: reported.steady_growth || sampled.steady_growth,
  };
}

/** Who GitHub says it was; the note, which the job could forge, counts where GitHub does not say. */
function actor(reported: string | null, { run }: ImportContext): string | null {
  const known = [run.actor, run.triggering_actor].filter((login) => login !== null);
  if (reported === null || !LOGIN.test(reported)) return null;
  return known.length === 0 || known.includes(reported) ? reported : null;
}

function name(reported: string | null, { privacy }: ImportContext): string | null {
  if (reported === null) return null;
  const { text } = redact(reported.replaceAll(/[\u0000-\u001f\u007f]+/g, " "), privacy.redact);
  return text.slice(0, LONGEST_NAME).trim() || null;
}
