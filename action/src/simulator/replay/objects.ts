import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ArtifactPayload, JobPayload, RunPayload } from "#simulator/model.ts";

export type Recorded = { runs: RunPayload[]; jobs: JobPayload[]; artifacts: ArtifactPayload[] };

/** `objects/*.ndjson`: one `{ source, object }` a line. Files that do not exist are empty. */
export async function readObjects(folder: string): Promise<Recorded> {
  return {
    runs: await readLines(join(folder, "objects/runs.ndjson")),
    jobs: await readLines(join(folder, "objects/jobs.ndjson")),
    artifacts: await readLines(join(folder, "objects/artifacts.ndjson")),
  };
}

/** The objects are typed as what they claim to be; the point of replaying is that they may not be. */
async function readLines<Payload>(file: string): Promise<Payload[]> {
  if (!existsSync(file)) return [];
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => (JSON.parse(withStandIns(line)) as { object: Payload }).object);
}

/**
 * Some recorders put placeholders in place of the repository's name, which no address can hold:
 * `repos/<GITHUB_LOGIN>/<GITHUB_TEST_REPOSITORY>` becomes `repos/github-login/github-test-repository`.
 */
function withStandIns(line: string): string {
  const [, owner, name] = /\/repos\/(<[A-Z_]+>|[^/"<]+)\/(<[A-Z_]+>)/.exec(line) ?? [];
  return [owner, name]
    .filter((part): part is string => part?.startsWith("<") ?? false)
    .reduce((text, part) => text.replaceAll(part, standIn(part)), line);
}

function standIn(placeholder: string): string {
  return placeholder.slice(1, -1).toLowerCase().replaceAll("_", "-");
}
