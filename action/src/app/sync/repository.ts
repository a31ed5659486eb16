import { everyPage } from "#app/every-page.ts";
import type { SyncSession } from "#app/sync/session.ts";
import { describe } from "#core/errors.ts";
import { toRepository } from "#core/sync/payload/repository.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";

/**
 * Asks for the repository and the list of its workflows, once a sync. Only a name would be missing without them,
 * so a failure is said and the sync goes on.
 *
 * @returns false when there was no budget for it
 */
export async function refreshRepository(session: SyncSession): Promise<boolean> {
  if (session.askedRepository) return true;
  const { github } = session.effects;
  try {
    const payload = await github.repository();
    const workflows: unknown[] = [];
    for await (const { items } of everyPage((next) => github.workflows(next))) workflows.push(...items);
    session.repository = toRepository(session.options.repository, payload, workflows, session.repository);
  } catch (error) {
    if (!(error instanceof RequestFailed) || error.failure === "unauthorized") throw error;
    if (error.failure === "stopped") {
      session.stop(error.message);
      return false;
    }
    session.effects.report.warn(`The list of workflows could not be read: ${describe(error)}`);
  }
  session.askedRepository = true;
  return true;
}
