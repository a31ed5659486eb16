import { resolve } from "node:path";
import { buildDocuments } from "#app/documents.ts";
import type { Config } from "#core/config.ts";
import { parseConfig } from "#core/config-file.ts";
import { policies } from "#core/documents/policies/document.ts";
import { policiesFold } from "#core/documents/policies/policies.ts";
import { UserError } from "#core/errors.ts";
import { didYouMean } from "#core/nearest.ts";
import { casesFileOf, runCases } from "#core/policies/cases.ts";
import { notesOn } from "#core/policies/notes.ts";
import { inertJson } from "#core/render/inert-json.ts";
import { casesText, checkText, simulatedText } from "#core/render/policy-text.ts";
import { checkoutReader } from "#io/workflow-files.ts";
import type { Context, Outcome } from "./context.ts";
import { documentOptions } from "./dashboard.ts";
import { daysOf } from "./days.ts";
import type { Extras } from "./extras.ts";
import { openToRead } from "./read-records.ts";

type Wanted = Pick<Extras, "directory" | "cases" | "since" | "strict" | "report-format" | "words">;

const VERBS = ["check", "test", "simulate"] as const;

/** Says what the policies of a checkout mean, runs their cases, or holds past runs against them. Stores nothing. */
export async function policy(context: Context, wanted: Wanted): Promise<Outcome> {
  const [verb, more] = wanted.words;
  const format = wanted["report-format"];
  if (format !== "terminal" && format !== "json")
    throw new UserError(`--format ${format} is none of policy's`, "Choose terminal or json.");
  if (more === undefined && verb === "check") return check(context, wanted);
  if (more === undefined && verb === "test") return test(context, wanted);
  if (more === undefined && verb === "simulate") return simulate(context, wanted);
  const asked = wanted.words.join(" ");
  throw new UserError(
    asked === ""
      ? "what to do with the policies is not said"
      : `policy ${asked} is nothing that we do${didYouMean(asked, VERBS)}`,
    "Say policy check, policy test, or policy simulate --since 30d.",
  );
}

type Checkout = { read: (path: string) => string | null; config: Config; file: string };

/** The configuration as it lies in the checkout, so that a change can be tried before it holds. */
function checkout({ surroundings, options }: Context, { directory }: Wanted): Checkout {
  const read = checkoutReader(resolve(surroundings.workspace, directory ?? "."));
  const file = options.config;
  const text = read(file);
  if (text === null)
    throw new UserError(
      `there is no ${file} in ${resolve(surroundings.workspace, directory ?? ".")}`,
      "Name the checkout of a repository (--directory path), or the file in it (--config path).",
    );
  return { read, file, config: parseConfig(text, file) };
}

function check(context: Context, wanted: Wanted): Outcome {
  const { config, file } = checkout(context, wanted);
  const notes = config.policies.flatMap((one) => notesOn(one));
  context.print(
    wanted["report-format"] === "json"
      ? inertJson({ policies: config.policies, notes })
      : checkText(config.policies, file),
  );
  return { exitCode: wanted.strict && notes.length > 0 ? 1 : 0 };
}

function test(context: Context, wanted: Wanted): Outcome {
  const { config, file, read } = checkout(context, wanted);
  const cases = wanted.cases ?? casesFileOf(file);
  const text = read(cases);
  if (text === null)
    throw new UserError(
      `there are no cases in ${cases}`,
      "Write some beside the policies, or name their file, from the root of the checkout: --cases path.",
    );
  const ran = runCases(text, cases, config);
  context.print(wanted["report-format"] === "json" ? inertJson(ran) : casesText(ran, cases, context.colour));
  const fails = ran.results.some(({ problem }) => problem !== null);
  return { exitCode: fails || (wanted.strict && ran.untested.length > 0) ? 1 : 0 };
}

/** With `--directory` the policies of that checkout; else those that hold. */
async function simulate(context: Context, wanted: Wanted): Promise<Outcome> {
  const days = daysOf(wanted.since, "--since");
  const tried = wanted.directory === null ? null : checkout(context, wanted).config.policies;
  const records = await openToRead(context, null);
  try {
    const { clock } = context;
    const options = await documentOptions(records, context);
    const config = tried === null ? options.config : { ...options.config, policies: tried };
    const rows = [
      { ...policies, fold: (sources: Parameters<typeof policiesFold>[0]) => policiesFold(sources, days) },
    ];
    const effects = { store: records.store, clock };
    const { documents } = await buildDocuments(effects, { ...options, config }, "policy", {
      rows,
      days: days + REDONE,
    });
    const made = documents.policies;
    context.print(wanted["report-format"] === "json" ? inertJson(made) : simulatedText(made));
    return { exitCode: 0 };
  } finally {
    await records.close();
  }
}

/** Days for which a run can be started again, which counts when it is. */
const REDONE = 31;
