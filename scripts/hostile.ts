/**
 * `npm run hostile`: puts every item of the hostile corpus through the shipped product (syncs until nothing is left,
 * dashboard, git, browser), ten at a time, and those of a ten that stops it alone, to name the guilty.
 * `npm run hostile -- log` takes only the items whose name says so. Ends with `N passed, N failed`.
 */
import { join } from "node:path";
import { launch } from "../tests/browser.ts";
import { hostileItems } from "../tests/hostile/corpus.ts";
import type { HostileItem } from "../tests/hostile/item.ts";
import { throughProduct } from "../tests/hostile/product.ts";

const DIST = join(import.meta.dirname, "../action/dist");
const TOGETHER = 10;

const [wanted = ""] = process.argv.slice(2);
const items = hostileItems().filter(({ name }) => name.includes(wanted));
const browser = await launch();
const page = await browser.newPage();
const most = { megabytes: 0, seconds: 0 };
let failed = 0;
for (let at = 0; at < items.length; at += TOGETHER) {
  const group = items.slice(at, at + TOGETHER);
  if (process.stderr.isTTY) process.stderr.write(`\r${at} of ${items.length}`);
  if ((await faults(group)).length === 0) continue;
  const guilty = await guiltyOf(group);
  failed += guilty;
  // What only happens together is a fault as well.
  if (guilty === 0) {
    failed += 1;
    console.log(`together: ${group.map(({ name }) => JSON.stringify(name)).join(", ")}`);
  }
}
await browser.close();
console.log(`at most ${Math.round(most.megabytes)} MB and ${most.seconds.toFixed(1)} s of CPU in a job`);
console.log(`${items.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function guiltyOf(group: readonly HostileItem[]): Promise<number> {
  let guilty = 0;
  for (const item of group) {
    const found = await faults([item]);
    if (found.length === 0) continue;
    guilty += 1;
    console.log(`${JSON.stringify(item.name)}\n${found.map((fault) => `  ${fault}`).join("\n")}`);
  }
  return guilty;
}

async function faults(group: readonly HostileItem[]): Promise<string[]> {
  const passage = await throughProduct(group, DIST, page);
  most.megabytes = Math.max(most.megabytes, passage.megabytes);
  most.seconds = Math.max(most.seconds, passage.seconds);
  return passage.faults;
}
