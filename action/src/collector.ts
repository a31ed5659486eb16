import { setFlagsFromString } from "node:v8";
import { describe, UserError } from "#core/errors.ts";
import { runCollector } from "#io/collect/run-collector.ts";

/** The receiver as a process in the background of a job; its one argument is the directory it collects into. */
async function main(directory: string | undefined): Promise<void> {
  if (directory === undefined) throw new UserError("no directory is named", "Give it as the only argument.");
  const isDebugging = process.env["LOG_LEVEL"] === "debug" || process.env["RUNNER_DEBUG"] === "1";
  await runCollector(process.env, {
    directory,
    onReady: () => {},
    debug: (message) => {
      if (isDebugging) process.stderr.write(`${JSON.stringify(message)}\n`);
    },
  });
}

// It lives as long as the job, so memory matters more than speed; V8 would let young objects take 100 MB.
setFlagsFromString("--semi-space-growth-factor=1");
setFlagsFromString("--optimize-for-size");

main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${describe(error)}\n`);
  process.exitCode = 1;
});
