import { appendFileSync, closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";

/** Lines wait for so long at most; a process that is killed outright loses what waits. */
const FLUSH_MS = 200;
const FLUSH_BYTES = 64 * 1024;
const FILE = "agentops-events.jsonl";

/**
 * Where events go: `AGENTOPS_EVENTS_FILE` (set by the collect Action), else `agentops-events.jsonl` in the
 * runner's temporary folder, else in the working directory.
 */
export function eventsFile(environment: Readonly<Record<string, string | undefined>>): string {
  return environment["AGENTOPS_EVENTS_FILE"] || join(environment["RUNNER_TEMP"] || ".", FILE);
}

/** Appends one line at once, for commands that end after it. */
export function appendLine(path: string, line: string): void {
  mkdirSync(dirname(path), { recursive: true });
  appendFileSync(path, `${line}\n`);
}

/**
 * Appends lines in batches, off the caller's path, and the rest when the process ends. Never throws: after the
 * first failure everything is dropped, because observing must not harm.
 */
export function lineWriter(path: string): { write(line: string): void; flush(): void } {
  let waiting = "";
  let descriptor: number | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isBroken = false;

  function flush(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (waiting === "" || isBroken) return;
    const text = waiting;
    waiting = "";
    try {
      if (descriptor === null) {
        mkdirSync(dirname(path), { recursive: true });
        descriptor = openSync(path, "a");
      }
      // One write of whole lines: what other processes append stands before or after it.
      writeSync(descriptor, text);
    } catch {
      isBroken = true;
    }
  }

  process.once("exit", () => {
    flush();
    if (descriptor !== null) closeSync(descriptor);
  });
  return {
    write(line) {
      if (isBroken) return;
      waiting += `${line}\n`;
      if (waiting.length >= FLUSH_BYTES) flush();
      else timer ??= setTimeout(flush, FLUSH_MS).unref();
    },
    flush,
  };
}
