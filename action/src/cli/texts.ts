import { readdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Config } from "#core/config.ts";
import { parseConfig } from "#core/config-file.ts";
import { UserError } from "#core/errors.ts";
import {
  KNOWN_ERRORS_FOLDER,
  type KnownError,
  type KnownErrors,
  parseKnownError,
  signatureOfFile,
} from "#core/failures/known-error.ts";

/** What the repository's people wrote, wherever it is read: its default branch, or the workspace. */
export type Texts = {
  /** Null when absent. */
  read(path: string): Promise<string | null>;
  /** Names of the files right in a folder. */
  list(folder: string): Promise<string[]>;
};

const DEFAULT_CONFIG = ".github/agentops.yml";

export function workspaceTexts(workspace: string): Texts {
  return {
    read: (path) => readText(resolve(workspace, path)),
    list: (folder) => readdir(resolve(workspace, folder)).catch(ifAbsent([])),
  };
}

export async function readConfig(read: Texts["read"], file: string): Promise<Config> {
  const text = await read(file);
  if (text === null && file !== DEFAULT_CONFIG)
    throw new UserError(
      `the configuration ${file} does not exist`,
      "Correct the path, or leave `config` out.",
    );
  return parseConfig(text ?? "", file);
}

export async function readKnownErrors({ read, list }: Texts): Promise<KnownErrors> {
  const known = new Map<string, KnownError>();
  for (const name of await list(KNOWN_ERRORS_FOLDER)) {
    const signature = signatureOfFile(name);
    const text = signature === null ? null : await read(`${KNOWN_ERRORS_FOLDER}/${name}`);
    if (signature !== null && text !== null) known.set(signature, parseKnownError(text));
  }
  return known;
}

function readText(path: string): Promise<string | null> {
  return readFile(path, "utf8").catch(ifAbsent(null));
}

/** For `catch`: what to take for a file that is not there. */
function ifAbsent<T>(instead: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === "ENOENT") return instead;
    throw error;
  };
}
