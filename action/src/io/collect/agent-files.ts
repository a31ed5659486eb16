import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/** @property label the file's name below its agent's folder, with `/`, as importers know it */
export type AgentFile = { path: string; label: string };

type Place = { folder: string | null; files: RegExp; deep: boolean };

/** More files, or files of more bytes, are not of one job. */
const MOST_FILES = 1000;

/**
 * What the known agents keep of their own work on the machine they ran on, changed since the job began: those of
 * claude-code-action and Claude Code, Codex, run-gemini-cli and Gemini CLI, and Copilot CLI. Ordered by label. Links
 * are not followed.
 *
 * @param home the user's home folder
 * @param since epoch milliseconds
 */
export async function agentFiles(
  environment: Environment,
  home: string,
  since: number,
): Promise<AgentFile[]> {
  const found = await Promise.all(places(environment, home).map((place) => filesIn(place, since)));
  return found
    .flat()
    .sort((a, b) => (a.label < b.label ? -1 : 1))
    .slice(0, MOST_FILES);
}

function places(environment: Environment, home: string): Place[] {
  const below = (folder: string | undefined, ...names: string[]) => (folder ? join(folder, ...names) : null);
  const own = (name: string, standard: string) => environment[name] || join(home, standard);
  return [
    {
      ...{ folder: environment["RUNNER_TEMP"] || null, deep: false },
      files: /^claude-execution-output\.json$/,
    },
    { folder: join(own("CLAUDE_CONFIG_DIR", ".claude"), "projects"), files: /\.jsonl$/, deep: true },
    { folder: join(home, ".config/claude/projects"), files: /\.jsonl$/, deep: true },
    {
      ...{ folder: join(own("CODEX_HOME", ".codex"), "sessions"), deep: true },
      files: /(?:^|\/)rollout-[^/]+\.jsonl(?:\.zst)?$/,
    },
    {
      ...{ folder: below(environment["GITHUB_WORKSPACE"], "gemini-artifacts"), deep: false },
      files: /^(?:stdout|stderr|telemetry)\.log$/,
    },
    { folder: join(home, ".gemini/tmp"), files: /(?:^|\/)chats\/[^/]+\.jsonl?$/, deep: true },
    {
      ...{ folder: join(own("COPILOT_HOME", ".copilot"), "session-state"), deep: true },
      files: /^[^/]+\/events\.jsonl$/,
    },
  ];
}

async function filesIn({ folder, files, deep }: Place, since: number): Promise<AgentFile[]> {
  if (folder === null) return [];
  const entries = await readdir(folder, { recursive: deep, withFileTypes: true }).catch(() => []);
  const root = folder.replaceAll("\\", "/").split("/").at(-1) ?? "";
  const candidates = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, name: path.slice(folder.length + 1).replaceAll("\\", "/") }))
    .filter(({ name }) => files.test(name))
    .map(({ path, name }) => ({
      path,
      label: deep || root === "gemini-artifacts" ? `${root}/${name}` : name,
    }));
  const isNew = await Promise.all(
    candidates.map(({ path }) =>
      stat(path).then(
        ({ mtimeMs }) => mtimeMs >= since,
        () => false,
      ),
    ),
  );
  return candidates.filter((_, index) => isNew[index]);
}
