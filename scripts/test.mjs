/**
 * `npm test`: every check that CI runs, then one line `N passed, N failed`, in which each check counts as one
 * test. `npm test -- tests/core` runs only the tests whose path says so.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ensureInstalled, NODE, ROOT } from "./install.mjs";

ensureInstalled();
const BIN = join(ROOT, "node_modules");
const env = {
  ...process.env,
  // Tools and the processes that tests start run under the pinned Node as well.
  PATH: [join(NODE, ".."), join(BIN, ".bin"), process.env.PATH].join(delimiter),
  ASTRO_TELEMETRY_DISABLED: "1",
};

/** What is run, by name; each is a package's own script, so that no shell is needed. */
const CHECKS = [
  ["format and lint", join(BIN, "@biomejs/biome/bin/biome"), "check", "--diagnostic-level=warn", "."],
  ["format of the pages' markup", join(BIN, "prettier/bin/prettier.cjs"), "--check", "site/src/**/*.astro"],
  ["nothing unused", join(BIN, "knip/bin/knip.js")],
  ["types", join(BIN, "typescript/bin/tsc"), "--noEmit"],
  [
    "types of the site",
    join(BIN, "astro/bin/astro.mjs"),
    "check",
    "--root",
    "site",
    "--minimumFailingSeverity",
    "warning",
  ],
  ["JSON Schemas are fresh", join(ROOT, "scripts/schemas.ts"), "--check"],
  ["patterns of secrets are fresh", join(ROOT, "scripts/secret-patterns.ts"), "--check"],
  ["action/dist is fresh", join(ROOT, "scripts/build.ts"), "--check"],
];

let passed = 0;
let failed = 0;
const only = process.argv.slice(2);

for (const [name, ...command] of only.length > 0 ? [] : CHECKS) {
  console.log(`\n> ${name}`);
  if (run(command)) passed += 1;
  else failed += 1;
}

console.log("\n> tests");
sweepCache();
const browser = spawnSync(NODE, [join(ROOT, "tests/browser.ts")], { cwd: ROOT, env, encoding: "utf8" });
if (browser.status === 0) env.AGENTOPS_BROWSER = browser.stdout.trim();
else console.error(/Error: (.*)/.exec(browser.stderr)?.[1] ?? browser.stderr);
const report = join(ROOT, ".cache/tests.json");
rmSync(report, { force: true });
const vitest = [
  join(BIN, "vitest/vitest.mjs"),
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
];
const ended = run([...vitest, ...only]);
const results = read(report);
passed += results.numPassedTests ?? 0;
// A file that cannot be loaded has no tests that could fail, and must not pass for that.
failed += Math.max(results.numFailedTests ?? 0, ended ? 0 : 1);

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

function run(command) {
  return spawnSync(NODE, command, { cwd: ROOT, env, stdio: "inherit" }).status === 0;
}

/** Tests keep what they built, by the state of the sources; what nobody touched for a day is of no use. */
function sweepCache() {
  const cache = join(ROOT, ".cache");
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache).filter((name) =>
    /^(built|building|compiled|dist|site)-/.test(name),
  )) {
    const path = join(cache, name);
    if (Date.now() - statSync(path).mtimeMs > 86_400_000) rmSync(path, { recursive: true, force: true });
  }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}
