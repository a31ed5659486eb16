import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** Everything that goes into `action/dist`; tests and documents do not. */
const SOURCES = [
  "action/src",
  "site/astro.config.ts",
  "site/public",
  "site/src",
  "scripts/build.ts",
  "scripts/build-site.ts",
  "scripts/source-hash.mjs",
  "package.json",
  "package-lock.json",
];

/** One hash of names and contents. The build leaves it beside its output, so that staleness shows at a glance. */
export function sourceHash(root) {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap((path) => filesBelow(join(root, path))).sort())
    hash
      .update(`${relative(root, file).replaceAll("\\", "/")}\0`)
      .update(readFileSync(file))
      .update("\0");
  return hash.digest("hex");
}

function filesBelow(path) {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  } catch (error) {
    if (error.code === "ENOTDIR") return [path];
    throw error;
  }
}
