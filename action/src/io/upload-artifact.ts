import { randomBytes } from "node:crypto";
import { DefaultArtifactClient } from "@actions/artifact";

/**
 * Leaves files as an artifact of the run. A bundle of its own: the client is larger than everything else.
 *
 * @param prefix of its name; what follows keeps the jobs of a run apart
 * @returns its name. Rejects where the service refuses
 */
export async function uploadArtifact(
  prefix: string,
  files: readonly string[],
  directory: string,
  retentionDays: number,
): Promise<string> {
  const name = `${prefix}-${randomBytes(4).toString("hex")}`;
  await new DefaultArtifactClient().uploadArtifact(name, [...files], directory, { retentionDays });
  return name;
}
