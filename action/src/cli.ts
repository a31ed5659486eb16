#!/usr/bin/env node
import { CommanderError, Option, Command as Program } from "commander";
import { describe, UserError } from "#core/errors.ts";
import { systemClock } from "#io/clock.ts";
import { createReport, type EntryReport } from "#io/report.ts";
import { systemTrouble } from "#io/system-trouble.ts";
import { COMMANDS, type Command } from "./cli/commands.ts";
import type { Outcome } from "./cli/context.ts";
import { EXTRAS, type Extra, flagOf, parseExtras } from "./cli/extras.ts";
import {
  environmentInputs,
  INPUTS,
  type InputName,
  meantByReader,
  type Options,
  parseOptions,
} from "./inputs.ts";
import { NPX, VERSION } from "./paths.ts";
import { readSurroundings, type Surroundings } from "./surroundings.ts";

/** The terminal's entry: the same commands and inputs as the Action's, as flags. */

const FAILED = 1;
const MISUSED = 2;

async function main(argv: readonly string[]): Promise<number> {
  let outcome: Outcome = { exitCode: 0 };
  const root = new Program("agentops")
    .description("AgentOps for GitHub Actions: what your agents did, from where they already run")
    .version(VERSION)
    .addHelpText("after", `\nWithout a clone: ${NPX} <command>`)
    // Else `emit custom.deployed --version 3` would print our own version.
    .enablePositionalOptions()
    .showHelpAfterError("(--help lists the commands and flags)");
  for (const [name, command] of Object.entries(COMMANDS)) {
    const sub = root.command(name).description(command.summary);
    for (const input of command.inputs) sub.addOption(inputOption(input));
    for (const extra of command.extras) sub.addOption(extraOption(extra));
    if (command.words !== undefined) sub.argument("[words...]");
    if (command.words === "with flags") sub.allowUnknownOption();
    sub.action(async (...given: unknown[]) => {
      outcome = await run(command, sub.opts<Flags>(), Array.isArray(given[0]) ? given[0].map(String) : []);
    });
  }
  for (const each of [root, ...root.commands]) each.exitOverride();
  await root.parseAsync(argv, { from: "user" });
  return outcome.exitCode;
}

/** Until the flags are read there is only a person to talk to. */
let report = reportOf({ "log-level": "info", "log-format": "text" }, { logIds: {} });

function reportOf(
  options: Pick<Options, "log-level" | "log-format">,
  { logIds }: Pick<Surroundings, "logIds">,
): EntryReport {
  const { stderr } = process;
  return createReport({
    level: options["log-level"],
    kind: options["log-format"] === "json" ? "json" : "terminal",
    live: stderr.isTTY,
    write: (text) => void stderr.write(text),
    now: systemClock.now,
    ids: logIds,
  });
}

type Flags = Readonly<Record<string, string | boolean | undefined>>;

/** What is left where a command cannot do its work. */
let failed = FAILED;

async function run(command: Command, flags: Flags, words: readonly string[]): Promise<Outcome> {
  if (command.isInspection) failed = MISUSED;
  const given = Object.fromEntries(
    command.inputs.flatMap((name) => {
      const value = flags[camelCase(name)];
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );
  const meant = command.isReader ? meantByReader(given) : given;
  const options = parseOptions({ ...environmentInputs(), ...meant }, (name) => `--${name}`);
  const surroundings = readSurroundings();
  const { stdout } = process;
  report = reportOf(options, surroundings);
  const print = (text: string) => void stdout.write(`${text}\n`);
  const isTerminal = stdout.isTTY === true;
  const colour = isTerminal && !surroundings.noColor;
  const context = { options, surroundings, clock: systemClock, report, print, colour, isTerminal };
  return command.run(context, parseExtras(extrasOf(command, flags), words));
}

function extrasOf({ extras }: Command, flags: Flags): Flags {
  return Object.fromEntries(extras.map((name) => [name, flags[camelCase(flagOf(name))]]));
}

function inputOption(name: InputName): Option {
  const schema = INPUTS[name];
  return new Option(`--${name} <value>`, describedAs(schema.description, schema.parse(undefined)));
}

/** What is on or off takes no value, and is switched to what it is not without the flag. */
function extraOption(name: Extra): Option {
  const schema = EXTRAS[name];
  const standard: unknown = schema.parse(undefined);
  if (typeof standard === "boolean")
    return new Option(`--${standard ? "no-" : ""}${flagOf(name)}`, schema.description);
  return new Option(`--${flagOf(name)} <value>`, describedAs(schema.description, standard));
}

function describedAs(description = "", standard: unknown): string {
  const isShown = ["string", "number", "boolean"].includes(typeof standard) && standard !== "";
  return `${description}${isShown ? ` (default: ${standard})` : ""}`.replaceAll("`", "");
}

function camelCase(name: string): string {
  return name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The message for a person, and the exit code. Commander has printed its own already. */
function failure(error: unknown): number {
  const thrown = systemTrouble(error) ?? error;
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : MISUSED;
  const message =
    thrown instanceof UserError
      ? `${thrown.message}\n${thrown.remedy}`
      : `unexpected: ${describe(thrown)}\nRun it with --log-level debug and report what it says.`;
  report.error(message);
  return failed;
}

// Ends even when work that was interrupted would go on.
void main(process.argv.slice(2))
  .catch(failure)
  .then((exitCode) => process.stdout.write("", () => process.exit(exitCode)));
