/**
 * Writes `data/schema/*.schema.json` and `data/README.md` from the code; `--check` writes nothing and fails when
 * they are stale.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { DATA_README } from "#core/records/readme.ts";
import { jsonSchema, PUBLISHED } from "#core/schemas.ts";

const ROOT = join(import.meta.dirname, "..");
const FOLDER = join(ROOT, "data/schema");

const wanted = new Map(
  PUBLISHED.map((published) => [
    join(FOLDER, `${published.name}.schema.json`),
    `${JSON.stringify(jsonSchema(published), null, 2)}\n`,
  ]),
);
wanted.set(join(ROOT, "data/README.md"), DATA_README);

const surplus = (existsSync(FOLDER) ? readdirSync(FOLDER) : [])
  .map((name) => join(FOLDER, name))
  .filter((path) => !wanted.has(path));
const stale = [...wanted].filter(([path, text]) => read(path) !== text).map(([path]) => path);

if (process.argv.includes("--check")) {
  const wrong = [...stale, ...surplus].map((path) => relative(ROOT, path));
  if (wrong.length > 0) {
    console.error(`Stale: ${wrong.join(", ")}. Run \`npm run schemas\` and commit the result.`);
    process.exitCode = 1;
  }
} else {
  mkdirSync(FOLDER, { recursive: true });
  for (const path of surplus) rmSync(path);
  for (const path of stale) writeFileSync(path, wanted.get(path) ?? "");
  console.log(`${wanted.size} files, ${stale.length} written.`);
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
