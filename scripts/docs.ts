/**
 * Writes the tables of README.md and .github/AGENT-WORKFLOWS.md that follow from code, between `<!-- name -->` and
 * `<!-- /name -->`.
 *
 *   node scripts/docs.ts
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import * as z from "zod";
import { Config } from "#core/config.ts";
import { RULE_TEXTS } from "#core/inventory/rules/table.ts";
import { table } from "#core/render/markdown.ts";

const ROOT = join(import.meta.dirname, "..");

type Metadata = {
  inputs: Record<string, { description: string; default: string }>;
  outputs: Record<string, { description: string }>;
};

/** The README with its tables made anew. */
export function freshReadme(readme: string, actionYml: string): string {
  const { inputs, outputs } = parse(actionYml) as Metadata;
  const tables: Record<string, string> = {
    inputs: table(
      ["Input", "Default", "What it does"],
      Object.entries(inputs).map(([name, { description, default: standard }]) => [
        `\`${name}\``,
        standard === "" ? "" : `\`${standard}\``,
        cell(description),
      ]),
    ),
    outputs: table(
      ["Output", "What it says"],
      Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, cell(description)]),
    ),
    configuration: table(["Key", "Default", "What it does"], configurationRows()),
  };
  return withTables(readme, tables);
}

/** The description of `agentops inventory` with its rules made anew. */
export function freshRules(description: string): string {
  const rows = RULE_TEXTS.map(({ id, level, title, help, fix }) => [
    `<a id="${id}"></a>\`${id}\``,
    level,
    cell(`**${title}.** ${help}`),
    cell(fix),
  ]);
  return withTables(description, { rules: table(["Rule", "At most", "What is wrong", "What to do"], rows) });
}

function withTables(text: string, tables: Readonly<Record<string, string>>): string {
  return Object.entries(tables).reduce(
    (whole, [name, rows]) =>
      whole.replace(
        new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`),
        (_, open: string, close: string) => `${open}\n${rows}\n\n${close}`,
      ),
    text,
  );
}

type Schema = {
  description?: string;
  default?: unknown;
  properties?: Record<string, Schema>;
  items?: Schema;
};

/** Every leaf of the configuration, as a path. */
function configurationRows(): string[][] {
  const rows = (path: string, schema: Schema): string[][] => {
    const inner = schema.properties ?? schema.items?.properties;
    if (inner === undefined) {
      const standard = schema.default === undefined ? "" : `\`${JSON.stringify(schema.default)}\``;
      return [[`\`${path}\``, standard, cell(schema.description ?? "")]];
    }
    const prefix = schema.items === undefined ? path : `${path}[]`;
    return Object.entries(inner).flatMap(([name, child]) => rows(prefix ? `${prefix}.${name}` : name, child));
  };
  return rows("", z.toJSONSchema(Config, { io: "input" }) as Schema);
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

if (import.meta.main) {
  const file = join(ROOT, "README.md");
  const fresh = freshReadme(await readFile(file, "utf8"), await readFile(join(ROOT, "action.yml"), "utf8"));
  await writeFile(file, fresh);
  const rules = join(ROOT, ".github/AGENT-WORKFLOWS.md");
  await writeFile(rules, freshRules(await readFile(rules, "utf8")));
}
