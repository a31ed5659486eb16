import { spawn } from "node:child_process";
import { devNull } from "node:os";
import { UserError } from "#core/errors.ts";

/** Runs git in one folder and gives its output. @throws GitFailed when git says no, UserError when there is none */
export type Git = (args: readonly string[], options?: GitOptions) => Promise<string>;
type GitOptions = { input?: string; env?: Readonly<Record<string, string>> };

/** Where git may use which token: sent to `serverUrl` only. */
export type Access = { serverUrl: string; token: string | null };

/** Git ended with an error; `stderr` is in English and without secrets. */
export class GitFailed extends Error {
  override readonly name = "GitFailed";
  readonly stderr: string;

  constructor(command: string, stderr: string) {
    super(`git ${command} failed: ${stderr.trim().split("\n").slice(-5).join(" ").slice(0, 500)}`);
    this.stderr = stderr;
  }
}

/** No command of ours takes longer, unless the network hangs. */
const TIMEOUT_MS = 300_000;

export function gitIn(directory: string, access: Access): Git {
  const secrets = access.token === null ? [] : [access.token, basic(access.token)];
  return (args, { input = "", env = {} } = {}) =>
    new Promise((resolve, reject) => {
      const child = spawn("git", args, {
        cwd: directory,
        env: { ...environment(access), ...env },
        timeout: TIMEOUT_MS,
        windowsHide: true,
      });
      const output: Buffer[] = [];
      const errors: Buffer[] = [];
      child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
      child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
      child.on("error", (error) => reject(notStarted(error)));
      child.on("close", (code, signal) => {
        if (code === 0) return resolve(Buffer.concat(output).toString("utf8"));
        const said = signal === null ? Buffer.concat(errors).toString("utf8") : "timed out";
        reject(new GitFailed(args[0] ?? "", masked(said, secrets)));
      });
      child.stdin.on("error", () => {}); // git may end without reading; its exit code says why
      child.stdin.end(input);
    });
}

/**
 * The token travels in the environment: arguments can be read by every process, and files stay. Settings of the
 * repository that run programs or rewrite bytes are off, questions are never asked, messages are in English.
 */
function environment({ serverUrl, token }: Access): NodeJS.ProcessEnv {
  const header = `http.${serverUrl.replace(/\/+$/, "")}/.extraheader`;
  const settings: [string, string][] = [
    ["safe.directory", "*"], // in a job's container the checkout belongs to another user
    ["core.hooksPath", devNull],
    ["core.fsmonitor", "false"],
    ["core.autocrlf", "false"],
    ["gc.auto", "0"],
    ["maintenance.auto", "false"],
    ["http.lowSpeedLimit", "1000"],
    ["http.lowSpeedTime", "60"],
  ];
  if (token !== null)
    settings.push(
      ["credential.helper", ""],
      // actions/checkout leaves a header too, and GitHub refuses two: the empty one forgets it.
      [header, ""],
      [header, `AUTHORIZATION: basic ${basic(token)}`],
    );
  const inherited = Object.entries(process.env).filter(
    ([name]) => !name.startsWith("INPUT_") && (!name.startsWith("GIT_") || name.startsWith("GIT_SSL_")),
  );
  return {
    ...Object.fromEntries(inherited),
    LC_ALL: "C",
    GIT_TERMINAL_PROMPT: "0",
    GIT_LITERAL_PATHSPECS: "1",
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(
      settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
  };
}

function basic(token: string): string {
  return Buffer.from(`x-access-token:${token}`).toString("base64");
}

function masked(text: string, secrets: readonly string[]): string {
  const redacted = secrets.reduce((rest, secret) => (secret ? rest.replaceAll(secret, "***") : rest), text);
  return redacted.replaceAll(/\/\/[^/@\s]+@/g, "//***@");
}

function notStarted(error: Error): Error {
  if (!("code" in error) || error.code !== "ENOENT") return error;
  return new UserError(
    "git is not installed, or not in PATH.",
    "Install git (every GitHub-hosted runner has it), or sync with `commit: false`: records then stay in data-dir.",
    { cause: error },
  );
}
