/**
 * `npm run hostile`: puts every item of the hostile corpus, alone, through the shipped product (syncs until
 * nothing is left, dashboard, git, browser), and names those that stop it. `npm run hostile -- log` takes only the
 * items whose name says so. Ends with `N passed, N failed`.
 */
import { join } from "node:path";
import { launch } from "../tests/browser.ts";
import { hostileItems } from "../tests/hostile/corpus.ts";
import { throughProduct } from "../tests/hostile/product.ts";

const DIST = join(import.meta.dirname, "../action/dist");
const wanted = process.argv[2] ?? "";
const items = hostileItems().filter(({ name }) => name.includes(wanted));
const browser = await launch();
const page = await browser.newPage();
let failed = 0;
let megabytes = 0;
let seconds = 0;
for (const [at, item] of items.entries()) {
  if (process.stderr.isTTY) process.stderr.write(`\r${at + 1} of ${items.length}`);
  const passage = await throughProduct([item], DIST, page);
  megabytes = Math.max(megabytes, passage.megabytes);
  seconds = Math.max(seconds, passage.seconds);
  if (passage.faults.length === 0) continue;
  failed += 1;
  console.log(`${JSON.stringify(item.name)}\n${passage.faults.map((fault) => `  ${fault}`).join("\n")}`);
}
await browser.close();
console.log(`at most ${Math.round(megabytes)} MB and ${seconds.toFixed(1)} s of CPU in a job`);
console.log(`${items.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
