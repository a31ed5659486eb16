import type { SyncSession } from "#app/sync/session.ts";
import { allowedPreviews, areForPrivateOnly } from "#core/config/allowed-previews.ts";
import { toRepository } from "#core/sync/payload/repository.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";

/**
 * Makes sure that contents are wanted only where not everybody could read them. It is asked anew each time: a
 * repository may have become public since.
 *
 * @throws UserError that refuses them
 */
export async function settlePreviews({ options, effects, repository: known }: SyncSession): Promise<void> {
  const { repository, config } = options;
  if (!areForPrivateOnly(config.privacy)) return;
  let visibility = known?.visibility ?? null;
  try {
    visibility = toRepository(repository, await effects.github.repository(), [], known).visibility;
  } catch (error) {
    if (!(error instanceof RequestFailed) || error.failure === "unauthorized") throw error;
  }
  allowedPreviews(config.privacy, visibility);
}
