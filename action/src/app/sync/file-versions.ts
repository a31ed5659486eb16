import { inHalves } from "#app/sync/in-halves.ts";
import type { SyncSession } from "#app/sync/session.ts";
import type { Run } from "#core/records/run.ts";
import {
  FILES_PER_QUERY,
  type FileAt,
  type FileVersion,
  filesQuery,
  promptFileOf,
  readFileVersions,
} from "#core/sync/payload/file-versions.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";
import { NO_VERSIONS, type Versions } from "#core/telemetry/with-versions.ts";

/** Compiled by gh-aw: a hundred kilobytes of text that name no prompt file. */
const COMPILED = /\.lock\.ya?ml$/;

/** Which content the workflow file of a run had, and the prompt file that it names: many runs at one request. */
export class FileVersions {
  readonly #session: SyncSession;
  readonly #known = new Map<string, FileVersion | null>();

  constructor(session: SyncSession) {
    this.#session = session;
  }

  /** @param ahead runs whose turn comes next, which are asked for together with this one */
  async of(run: Run, ahead: readonly Run[]): Promise<Versions> {
    const file = workflowOf(run);
    if (file === null) return NO_VERSIONS;
    const files = [run, ...ahead].flatMap((each) => workflowOf(each) ?? []);
    const workflow = await this.#version(file, files);
    const path = workflow?.text ? promptFileOf(workflow.text) : null;
    if (path === null) return { workflow: workflow?.version ?? null, prompt: null };
    const prompts = files.flatMap((each) => {
      const text = this.#known.get(keyOf(each))?.text;
      const named = text ? promptFileOf(text) : null;
      return named === null ? [] : [{ sha: each.sha, path: named }];
    });
    const prompt = await this.#version({ sha: file.sha, path }, prompts);
    return { workflow: workflow?.version ?? null, prompt: prompt?.version ?? null };
  }

  async #version(file: FileAt, files: readonly FileAt[]): Promise<FileVersion | null> {
    const key = keyOf(file);
    if (!this.#known.has(key))
      await this.#ask(files.filter((each) => COMPILED.test(each.path) === COMPILED.test(file.path)));
    return this.#known.get(key) ?? null;
  }

  async #ask(files: readonly FileAt[]): Promise<void> {
    const { options, effects } = this.#session;
    const unknown = new Map(files.map((file) => [keyOf(file), file]));
    for (const key of this.#known.keys()) unknown.delete(key);
    const asked = [...unknown.values()].slice(0, FILES_PER_QUERY);
    const withText = !asked.some(({ path }) => COMPILED.test(path));
    for (const file of asked) this.#known.set(keyOf(file), null);
    await this.#unlessRefused(() =>
      inHalves(asked, async (some) => {
        const { query, variables } = filesQuery(options.repository, some, withText);
        const versions = readFileVersions(await effects.github.graphql(query, variables), some);
        for (const [index, file] of some.entries()) this.#known.set(keyOf(file), versions[index] ?? null);
      }),
    );
  }

  /** Versions are a help, and no reason to lose what an agent told. */
  async #unlessRefused(ask: () => Promise<unknown>): Promise<void> {
    try {
      await ask();
    } catch (error) {
      if (
        !(error instanceof RequestFailed) ||
        error.failure === "stopped" ||
        error.failure === "unauthorized"
      )
        throw error;
    }
  }
}

/** GitHub's own workflows (`dynamic/…`) are no files, and a fork's files are not the repository's. */
function workflowOf({ workflow_file, head_sha, from_fork }: Run): FileAt | null {
  if (from_fork || !workflow_file?.startsWith(".github/")) return null;
  return { sha: head_sha, path: workflow_file };
}

function keyOf({ sha, path }: FileAt): string {
  return `${sha}:${path}`;
}
