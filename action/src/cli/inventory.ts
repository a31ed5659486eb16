import { resolve } from "node:path";
import { parseConfig } from "#core/config-file.ts";
import { UserError } from "#core/errors.ts";
import { plural } from "#core/format.ts";
import { type Inventory, takeInventory } from "#core/inventory/inventory.ts";
import { annotations } from "#core/render/annotations.ts";
import { inertJson } from "#core/render/inert-json.ts";
import { inventoryMarkdown } from "#core/render/inventory-markdown.ts";
import { inventoryText, verdict } from "#core/render/inventory-text.ts";
import { sarif } from "#core/render/sarif.ts";
import { writeText } from "#io/atomic-file.ts";
import { checkoutReader, workflowPaths } from "#io/workflow-files.ts";
import { HOME, VERSION } from "../paths.ts";
import type { Context, Outcome } from "./context.ts";
import type { Extras } from "./extras.ts";

type Options = Pick<
  Extras,
  "directory" | "report-format" | "report-output" | "strict" | "visibility" | "required-checks"
>;

/**
 * Inspects the workflows of a checkout, in a job as annotations of its files; asks GitHub nothing. Exits 1 for findings of the level `error`, with `strict`
 * also for warnings.
 */
export async function inventory(context: Context, options: Options): Promise<Outcome> {
  const directory = resolve(context.surroundings.workspace, options.directory ?? ".");
  const paths = workflowPaths(directory);
  if (paths === null)
    throw new UserError(
      `there is no folder ${directory}`,
      "Name the checkout of a repository: --directory path.",
    );
  if (context.surroundings.inActions && options.directory === null && paths.length === 0)
    throw new UserError(
      `there are no workflow files in ${directory}`,
      "Check the repository out in a step before: actions/checkout.",
    );
  const read = checkoutReader(directory);
  const found = takeInventory(paths, {
    ...{ read, agents: parseConfig(read(context.options.config) ?? "", context.options.config).agents },
    visibility: options.visibility,
    requiredChecks: options["required-checks"].length > 0 ? options["required-checks"] : null,
  });
  const output = options["report-output"];
  const text = rendered(found, options["report-format"], output === null && context.colour);
  if (output === null) context.print(text);
  else await writeText(resolve(context.surroundings.workspace, output), `${text}\n`);
  if (options["report-format"] !== "terminal" || output !== null) context.report.info(verdict(found));
  return {
    ...judged(context, found, options.strict),
    markdown: inventoryMarkdown(found),
    fileAnnotations: annotations(found.findings),
  };
}

function rendered(found: Inventory, format: Options["report-format"], colour: boolean): string {
  switch (format) {
    case "json":
      return inertJson(found);
    case "sarif":
      return inertJson(sarif(found, { version: VERSION, home: `https://github.com/${HOME}` }));
    case "annotations":
      return annotations(found.findings);
    case "terminal":
      return inventoryText(found, colour);
  }
}

function judged({ report }: Context, found: Inventory, strict: boolean): Outcome {
  const counted = found.findings.filter(({ level }) => level === "error" || (strict && level === "warning"));
  if (counted.length === 0) return { exitCode: 0 };
  report.warn(
    `${plural(counted.length, strict ? "error or warning" : "error")} in how agents run; mend them, or say beside the line why it is right: # agentops: ignore[rule-id] reason`,
  );
  return { exitCode: 1 };
}
