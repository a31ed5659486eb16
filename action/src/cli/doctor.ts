import { doctor as examine } from "#app/doctor.ts";
import type { Check } from "#core/doctor.ts";
import { UserError } from "#core/errors.ts";
import { checksTable } from "#core/render/terminal.ts";
import { githubClient } from "#io/github/client.ts";
import { readPages } from "#io/github/pages.ts";
import { tryOtlp } from "#io/otlp-trial.ts";
import { type Context, type Outcome, repositoryOf, tokenOf } from "./context.ts";
import type { Extras } from "./extras.ts";
import { DEFAULT_WORKFLOW } from "./records.ts";

/** Somebody waits for the answers. */
const SHORT_PAUSE_MS = 250;

/** Exits 1 when something is broken. An OTLP endpoint that is named is tried as well, or alone. */
export async function doctor(context: Context, { otlp }: Pick<Extras, "otlp">): Promise<Outcome> {
  const isNamed = otlp || context.options["otlp-endpoint"] !== "";
  const checks = [
    ...(otlp ? [] : await setUp(context)),
    ...(isNamed ? [await endpoint(context.options)] : []),
  ];
  context.print(checksTable(checks, context.colour));
  return { exitCode: checks.some(({ state }) => state === "broken") ? 1 : 0 };
}

async function setUp(context: Context): Promise<Check[]> {
  const { options, surroundings } = context;
  const repository = repositoryOf(context);
  const { clock, report } = context;
  const { apiUrl } = surroundings;
  const ask = githubClient({
    ...{ apiUrl, token: tokenOf(context), repository, clock, report },
    retryBaseMs: SHORT_PAUSE_MS,
  }).probe;
  return examine(
    { ask, readPages: () => readPages(ask, repository) },
    {
      repository,
      config: options.config,
      workflowFile: surroundings.workflowFile ?? DEFAULT_WORKFLOW,
      dataBranch: options.commit && options["data-branch"] !== "." ? options["data-branch"] : null,
    },
  );
}

/** What is not given is what exporters would read from the environment. */
async function endpoint(options: Context["options"]): Promise<Check> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT = "", OTEL_EXPORTER_OTLP_HEADERS = "" } = process.env;
  const given = options["otlp-endpoint"];
  if (given === "" && OTEL_EXPORTER_OTLP_ENDPOINT === "")
    throw new UserError("no OTLP endpoint is named", "Name one: --otlp-endpoint https://otlp.example:4318");
  // Headers from the environment are meant for the endpoint from there, and for no other.
  return given === ""
    ? tryOtlp(OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_HEADERS)
    : tryOtlp(given, options["otlp-headers"]);
}
