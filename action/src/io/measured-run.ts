import { spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { UserError } from "#core/errors.ts";

/** One run of a command. */
export type MeasuredRun = {
  /** As a shell tells it: 127 for a command that is not there, 128 and the signal's number for one that was killed. */
  exitCode: number;
  wallSeconds: number;
  /** Of the command and of all its children that it waited for; null where no shell tells it. */
  cpuSeconds: number | null;
  /** The end of what it wrote to stderr. */
  said: string;
};

/** A shell knows what its children took; Node does not. What it says goes where the command does not write. */
const SCRIPT = '"$@" 3>&-; code=$?; times >&3; exit $code';
const MOST_SAID = 2000;

/**
 * Runs a command without input, and keeps of its output what may say why it failed.
 *
 * @throws UserError where there is no bash
 */
export async function measuredRun(
  command: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<MeasuredRun> {
  const started = performance.now();
  const child = spawn("bash", ["-c", SCRIPT, "bash", ...command], {
    env: environment,
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  const [errors, pipe] = [child.stdio[2], child.stdio[3]] as [Readable, Readable];
  const said = endOf(errors);
  const times = endOf(pipe);
  const told = new Promise<void>((resolve) => pipe.once("close", resolve));
  const { exitCode, wallSeconds } = await new Promise<Pick<MeasuredRun, "exitCode" | "wallSeconds">>(
    (resolve, reject) => {
      child.once("error", (error) => reject(withoutShell(error)));
      child.once("exit", (code) =>
        resolve({ exitCode: code ?? 1, wallSeconds: (performance.now() - started) / 1000 }),
      );
    },
  );
  await told;
  // What it left in the background may hold its output open for ever.
  errors.destroy();
  return { exitCode, wallSeconds, cpuSeconds: cpuOf(times.text), said: said.text.trim() };
}

function endOf(stream: Readable): { text: string } {
  const end = { text: "" };
  stream.setEncoding("utf8").on("data", (piece: string) => {
    end.text = `${end.text}${piece}`.slice(-MOST_SAID);
  });
  return end;
}

function withoutShell(error: Error): Error {
  if (!("code" in error) || error.code !== "ENOENT") return error;
  return new UserError(
    "bash is not in PATH, and only a shell tells what a command and its children took",
    "Install it, or name its folder in PATH.",
    { cause: error },
  );
}

/** `0m0.003s 0m0.001s` of the shell, and on the second line the same of its children: user and system. */
function cpuOf(times: string): number | null {
  const figures = [...(times.trim().split("\n")[1] ?? "").matchAll(/(\d+)m([\d.,]+)s/g)];
  if (figures.length !== 2) return null;
  return figures.reduce(
    (sum, [, minutes, seconds = ""]) => sum + 60 * Number(minutes) + Number(seconds.replace(",", ".")),
    0,
  );
}
