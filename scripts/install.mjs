import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Plain JavaScript without a dependency, because it runs before anything is installed. */

export const ROOT = join(import.meta.dirname, "..");
const WINDOWS = process.platform === "win32";
const MARKER = join(ROOT, "node_modules/.installed-from");

/** Node 24, pinned by the lock file like every other package. */
export const NODE = join(ROOT, "node_modules/node/bin", WINDOWS ? "node.exe" : "node");

/** Installs what the lock file names unless that is done already; afterwards nothing needs a network. */
export function ensureInstalled() {
  const [major = 0] = process.versions.node.split(".").map(Number);
  if (major < 20) fail(`This needs Node 20 or newer; it runs on ${process.version}.`);
  const lock = createHash("sha256")
    .update(readFileSync(join(ROOT, "package-lock.json")))
    .digest("hex");
  const marker = existsSync(MARKER) ? readFileSync(MARKER, "utf8") : "";
  if (marker === lock && existsSync(NODE)) return;

  console.log("Installing the pinned packages, once (about a minute) …");
  try {
    execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: ROOT,
      stdio: ["ignore", "ignore", "inherit"],
      shell: WINDOWS,
    });
  } catch {
    fail(
      "npm ci failed. The first use needs the npm registry: check the network (or its proxy settings), then run this again.",
    );
  }
  if (!existsSync(NODE))
    fail(
      "npm ci left out the pinned Node. Are install scripts switched off (npm config get ignore-scripts)?",
    );
  writeFileSync(MARKER, lock);
}

/** @returns {never} */
export function fail(message) {
  console.error(message);
  process.exit(1);
}
