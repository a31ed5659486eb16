import { doctor as examine } from "#app/doctor.ts";
import { checksTable } from "#core/render/terminal.ts";
import { readPages } from "#io/github/pages.ts";
import { githubProbe } from "#io/github/probe.ts";
import { type Context, type Outcome, repositoryOf, tokenOf } from "./context.ts";
import { DEFAULT_WORKFLOW } from "./records.ts";

/** Exits 1 when something is broken. */
export async function doctor(context: Context): Promise<Outcome> {
  const { options, surroundings } = context;
  const repository = repositoryOf(context);
  const ask = githubProbe({ apiUrl: surroundings.apiUrl, token: tokenOf(context) });
  const checks = await examine(
    { ask, readPages: () => readPages(ask, repository) },
    {
      repository,
      config: options.config,
      workflowFile: surroundings.workflowFile ?? DEFAULT_WORKFLOW,
      dataBranch: options.commit && options["data-branch"] !== "." ? options["data-branch"] : null,
    },
  );
  context.print(checksTable(checks, context.colour));
  return { exitCode: checks.some(({ state }) => state === "broken") ? 1 : 0 };
}
