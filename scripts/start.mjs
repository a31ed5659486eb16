/**
 * The whole product on this machine: `npm start` on simulated GitHub, or with GITHUB_TOKEN set
 * `npm start -- --repository owner/name` on a real one. Other flags are those of `agentops demo`.
 */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, fail, NODE, ROOT } from "./install.mjs";
import { sourceHash } from "./source-hash.mjs";

ensureInstalled();
const stamp = join(ROOT, "action/dist/sources.sha256");
if (!existsSync(stamp) || readFileSync(stamp, "utf8").trim() !== sourceHash(ROOT)) {
  console.log("Building action/dist from the changed sources (some seconds) …");
  try {
    execFileSync(NODE, [join(ROOT, "scripts/build.ts")], { stdio: ["ignore", "ignore", "inherit"] });
  } catch {
    fail("The build failed; see above.");
  }
}

const given = process.argv.slice(2);
const folder = given.includes("--directory") ? [] : ["--directory", join(ROOT, ".cache/demo")];
const child = spawn(NODE, [join(ROOT, "action/dist/cli.cjs"), "demo", ...folder, ...given], {
  stdio: "inherit",
});
// Ctrl-C reaches the child as well, which ends cleanly; a signal sent to us alone is passed on.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));
