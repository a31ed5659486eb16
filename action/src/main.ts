import { debug, error, notice, setFailed, warning } from "@actions/core";
import { describe, UserError } from "#core/errors.ts";
import { didYouMean } from "#core/nearest.ts";
import { printable } from "#core/render/printable.ts";
import { systemClock } from "#io/clock.ts";
import { leaveResults } from "#io/job-summary.ts";
import { createReport } from "#io/report.ts";
import { systemTrouble } from "#io/system-trouble.ts";
import { COMMANDS } from "./cli/commands.ts";
import type { Outcome } from "./cli/context.ts";
import { parseExtras } from "./cli/extras.ts";
import { actionInputs, parseOptions } from "./inputs.ts";
import { readSurroundings } from "./surroundings.ts";

/** The Action's entry: inputs in, one command, outputs and job summary out. The only place that catches. */
async function main(): Promise<void> {
  const options = parseOptions(actionInputs(), (name) => `input \`${name}\``);
  const command = COMMANDS[options.command];
  const known = Object.keys(COMMANDS).filter((name) => COMMANDS[name]?.inActions);
  if (command === undefined || !command.inActions)
    throw new UserError(
      `there is no command \`${options.command}\` for a job${didYouMean(options.command, known)}`,
      `Set the input \`command\` to one of ${known.join(", ")}.`,
    );
  const surroundings = readSurroundings();
  const write = (text: string) => void process.stdout.write(text);
  const report = createReport({
    level: options["log-level"],
    kind: options["log-format"] === "json" ? "json" : "actions",
    live: false,
    write,
    now: systemClock.now,
    ids: surroundings.logIds,
  });
  const print = (text: string) => write(`${printable(text)}\n`);
  const context = {
    options,
    surroundings,
    clock: systemClock,
    report,
    print,
    colour: false,
  };
  const outcome = await command.run(context, parseExtras({}));
  if (outcome.fileAnnotations) write(`${outcome.fileAnnotations}\n`);
  await leaveResults(outcome.outputs ?? {}, surroundings.jobSummary ? (outcome.markdown ?? null) : null);
  if (outcome.annotation !== undefined) annotate(outcome.annotation);
  if (outcome.exitCode !== 0) process.exitCode = outcome.exitCode;
}

function annotate({ level, title, message }: NonNullable<Outcome["annotation"]>): void {
  const say = { notice, warning, error }[level];
  say(printable(message), { title });
}

function fail(cause: unknown): void {
  const thrown = systemTrouble(cause) ?? cause;
  if (thrown instanceof UserError) setFailed(printable(`${thrown.message}\n${thrown.remedy}`));
  else
    setFailed(
      printable(
        `Unexpected: ${describe(thrown)}\nPlease report it with the log of a re-run with debug logging.`,
      ),
    );
  if (thrown instanceof Error) debug(printable(thrown.stack ?? ""));
}

// Ends even when work that was interrupted would go on: the pause before a repetition may take a minute.
void main()
  .catch(fail)
  .then(() => process.stdout.write("", () => process.exit()));
