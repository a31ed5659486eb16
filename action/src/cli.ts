#!/usr/bin/env node
import { CommanderError, Option, Command as Program } from "commander";
import { describe, UserError } from "#core/errors.ts";
import { printable } from "#core/render/printable.ts";
import { systemClock } from "#io/clock.ts";
import { createReport } from "#io/report.ts";
import { systemTrouble } from "#io/system-trouble.ts";
import { COMMANDS, type Command } from "./cli/commands.ts";
import type { Outcome } from "./cli/context.ts";
import type { Extra, Extras } from "./cli/extras.ts";
import {
  environmentInputs,
  INPUTS,
  type InputName,
  meantByReader,
  parseOptions,
  readSurroundings,
} from "./inputs.ts";
import { NPX, VERSION } from "./paths.ts";

/** The terminal's entry: the same commands and inputs as the Action's, as flags. */

const FAILED = 1;
const MISUSED = 2;

const ITERATIONS = "20000";

/** The first port tried by `serve` and `demo`. */
const PORT = "4400";

const EXTRAS: Readonly<Record<Exclude<Extra, "words">, () => Option>> = {
  port: () =>
    new Option("--port <number>", "port to try first; a taken one gives way to the next").default(PORT),
  base: () =>
    new Option("--base <path>", "path the site lives under, as on Pages: /agent-fleet/").default("/"),
  serve: () => new Option("--no-serve", "end when the dashboard is built"),
  directory: () =>
    new Option("--directory <path>", "where records and dashboard go (default: a temporary folder)"),
  format: () => new Option("--format <format>", "json or csv").choices(["json", "csv"]).default("json"),
  output: () => new Option("--output <path>", "where the files go (default: agentops-export)"),
  json: () => new Option("--json", "print the Analysis record alone, as JSON"),
  otlp: () =>
    new Option("--otlp", "try only the OTLP endpoint (default: OTEL_EXPORTER_OTLP_ENDPOINT and _HEADERS)"),
  iterations: () => new Option("--iterations <number>", "calls that are measured").default(ITERATIONS),
};

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
    for (const extra of command.extras) if (extra !== "words") sub.addOption(EXTRAS[extra]());
    // What an event's fields are called is for the event to say, so every flag is left to the command.
    if (command.extras.includes("words")) sub.argument("[words...]").allowUnknownOption();
    sub.action(async (...given: unknown[]) => {
      outcome = await run(command, sub.opts<Flags>(), Array.isArray(given[0]) ? given[0].map(String) : []);
    });
  }
  for (const each of [root, ...root.commands]) each.exitOverride();
  await root.parseAsync(argv, { from: "user" });
  return outcome.exitCode;
}

type Flags = Readonly<Record<string, string | boolean | undefined>>;

async function run(command: Command, flags: Flags, words: readonly string[]): Promise<Outcome> {
  const given = Object.fromEntries(
    command.inputs.flatMap((name) => {
      const value = flags[camelCase(name)];
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );
  const meant = command.isReader ? meantByReader(given) : given;
  const options = parseOptions({ ...environmentInputs(), ...meant }, (name) => `--${name}`);
  const surroundings = readSurroundings();
  const { stdout, stderr } = process;
  const report = createReport({
    level: options["log-level"],
    kind: options["log-format"] === "json" ? "json" : "terminal",
    live: stderr.isTTY,
    write: (text) => void stderr.write(text),
    now: systemClock.now,
  });
  const print = (text: string) => void stdout.write(`${text}\n`);
  const colour = stdout.isTTY && !surroundings.noColor;
  return command.run(
    { options, surroundings, clock: systemClock, report, print, colour },
    {
      ...extras(flags),
      words,
    },
  );
}

function extras(flags: Flags): Omit<Extras, "words"> {
  const whole = (name: string, standard: string, least: number, most: number) => {
    const number = Number(flags[name] ?? standard);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    throw new UserError(
      `--${name} must be a number from ${least} to ${most}, not ${JSON.stringify(flags[name])}`,
      "Leave it out for the default.",
    );
  };
  const text = (name: string) => (typeof flags[name] === "string" ? flags[name] : null);
  return {
    port: whole("port", PORT, 0, 65_535),
    iterations: whole("iterations", ITERATIONS, 100, 10_000_000),
    otlp: flags["otlp"] === true,
    base: text("base") ?? "/",
    serve: flags["serve"] !== false,
    directory: text("directory"),
    json: flags["json"] === true,
    format: text("format") === "csv" ? "csv" : "json",
    output: text("output"),
  };
}

function inputOption(name: InputName): Option {
  const schema = INPUTS[name];
  const standard: unknown = schema.parse(undefined);
  const shown = ["string", "number", "boolean"].includes(typeof standard) && standard !== "";
  const note = shown ? ` (default: ${standard})` : "";
  return new Option(`--${name} <value>`, `${schema.description}${note}`.replaceAll("`", ""));
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
  process.stderr.write(`error: ${printable(message)}\n`);
  return FAILED;
}

// Ends even when work that was interrupted would go on.
void main(process.argv.slice(2))
  .catch(failure)
  .then((exitCode) => process.stdout.write("", () => process.exit(exitCode)));
