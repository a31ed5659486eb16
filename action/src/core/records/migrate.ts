import * as z from "zod";
import { UserError } from "#core/errors.ts";
import { isShard, type RecordFile } from "#core/records/files.ts";
import { contents } from "#core/records/migrate-contents.ts";
import { provenance } from "#core/records/migrate-provenance.ts";
import { telling } from "#core/records/migrate-telling.ts";
import { waits } from "#core/records/migrate-waits.ts";
import { SCHEMA_VERSION } from "#core/records/version.ts";

/** Turns a file of version n into one of version n + 1. Input is as found: check what you touch. */
type Migration = (file: RecordFile, data: unknown) => unknown;

/** The migration at index n leads from version n to n + 1. Never edit one: files of that version exist. */
const MIGRATIONS: readonly Migration[] = [envelope, provenance, telling, waits, contents];

/**
 * Brings the parsed JSON of a stored file to the current version; its schema is checked afterwards.
 *
 * @param where the file, for messages
 * @throws UserError when the file is newer than this code, or says no version
 */
export function migrate(file: RecordFile, data: unknown, where: string): unknown {
  const version = versionOf(data);
  if (version === null)
    throw new UserError(
      `${where} is not a file of AgentOps: it says no schema_version.`,
      `Move it away, or choose another data-dir; AgentOps never overwrites files that are not its own.`,
    );
  refuseNewer(version, where);
  return MIGRATIONS.slice(version).reduce((older, step) => step(file, older), data);
}

/** @throws UserError for data that a newer AgentOps has written */
export function refuseNewer(version: number, where: string): void {
  if (version <= SCHEMA_VERSION) return;
  throw new UserError(
    `${where} has schema_version ${version}, which is newer than this AgentOps (${SCHEMA_VERSION}). Nothing was written.`,
    "Use the newer AgentOps that wrote it: update the version in your workflow (`uses: …@<version>`) or your checkout.",
  );
}

const Versioned = z.object({ schema_version: z.number().int().positive() });

/** Version 0 was a bare list; later files say their version. */
function versionOf(data: unknown): number | null {
  if (Array.isArray(data)) return 0;
  const said = Versioned.safeParse(data);
  return said.success ? said.data.schema_version : null;
}

/** 0 → 1: runs of a day stood in a bare list, called their attempt `attempt`, and knew no artifacts and no detail. */
function envelope(file: RecordFile, data: unknown): unknown {
  if (!isShard(file) || file.kind !== "runs" || !Array.isArray(data)) return data; // version 0 had nothing else
  return { schema_version: 1, day: file.shard, runs: data.map(runOfVersion1) };
}

const RunV0 = z.looseObject({
  attempt: z.number(),
  jobs: z.array(z.looseObject({ attempt: z.number() })).nullable(),
});

function runOfVersion1(found: unknown): unknown {
  const parsed = RunV0.safeParse(found);
  if (!parsed.success) return found; // the schema of the next version says what is wrong
  const { attempt, jobs, ...run } = parsed.data;
  return {
    ...run,
    run_attempt: attempt,
    referenced_workflows: [],
    artifacts: null,
    detail: jobs === null ? "summary" : "full",
    jobs: jobs?.map(({ attempt, ...job }) => ({ ...job, run_attempt: attempt })) ?? null,
  };
}
