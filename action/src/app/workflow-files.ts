import type { AgentRule } from "#core/config.ts";
import { takeInventory } from "#core/inventory/inventory.ts";

/** Texts of a repository by their path from its root; null: there is no such file. */
export type WorkflowFiles = ReadonlyMap<string, string | null>;

type Texts = { read(path: string): Promise<string | null>; list(folder: string): Promise<string[]> };

const FOLDER = ".github/workflows";
/** More than a repository has; what is larger than a workflow can be is none. */
const MOST_FILES = 500;
const MOST_CHARACTERS = 1024 * 1024;
/** A workflow names an action, that one another. */
const MOST_ROUNDS = 5;

/** The workflows of a repository, and all that is looked up to understand them: what they call, who owns them. */
export async function readWorkflowFiles(
  { read, list }: Texts,
  agents: readonly AgentRule[],
): Promise<WorkflowFiles> {
  const files = new Map<string, string | null>();
  async function add(path: string): Promise<void> {
    const text = await read(path);
    files.set(path, text !== null && text.length > MOST_CHARACTERS ? null : text);
  }
  const names = (await list(FOLDER)).filter((name) => /\.ya?ml$/.test(name));
  for (const name of names.sort().slice(0, MOST_FILES)) await add(`${FOLDER}/${name}`);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const asked = lookedUp(files, agents);
    if (asked.length === 0) break;
    for (const path of asked.slice(0, MOST_FILES)) await add(path);
  }
  return files;
}

export function workflowPathsIn(files: WorkflowFiles): string[] {
  return [...files.keys()].filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)).sort();
}

/** What the inventory asks for and has not been read. */
function lookedUp(files: WorkflowFiles, agents: readonly AgentRule[]): string[] {
  const asked = new Set<string>();
  takeInventory(workflowPathsIn(files), {
    read(path) {
      if (!files.has(path)) asked.add(path);
      return files.get(path) ?? null;
    },
    ...{ agents, visibility: null, requiredChecks: null },
  });
  return [...asked].sort();
}
