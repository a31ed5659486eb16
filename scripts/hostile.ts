/**
 * `npm run hostile`: puts every item of the hostile corpus through the shipped product (syncs until nothing is left,
 * dashboard, git, browser), ten at a time, and those of a ten that something stops, or that needs more than one item
 * may need, alone: to name the guilty, and because the bars are an item's. A sync that asks in vain mostly waits, so
 * several tens are under way; what a job needs is measured in its own process.
 * `npm run hostile -- log` takes only the items whose name says so. Ends with the costliest and `N passed, N failed`.
 */
import { join } from "node:path";
import pLimit from "p-limit";
import type { Page } from "playwright-core";
import { launch } from "../tests/browser.ts";
import { hostileItems } from "../tests/hostile/corpus.ts";
import type { HostileItem } from "../tests/hostile/item.ts";
import {
  isBeyondBars,
  MOST_MEGABYTES,
  MOST_SECONDS,
  type Passage,
  throughProduct,
} from "../tests/hostile/product.ts";

const DIST = join(import.meta.dirname, "../action/dist");
const TOGETHER = 10;
const UNDER_WAY = 4;
const WORST = 5;

type Cost = Pick<Passage, "megabytes" | "seconds"> & { of: string };

const [wanted = ""] = process.argv.slice(2);
const items = hostileItems().filter(({ name }) => name.includes(wanted));
const browser = await launch();
const costs: Cost[] = [];
const groups = Array.from({ length: Math.ceil(items.length / TOGETHER) }, (_, at) =>
  items.slice(at * TOGETHER, (at + 1) * TOGETHER),
);
let begun = 0;
const faulty = await pLimit(UNDER_WAY).map(groups, async (group) => {
  process.stderr.write(`${begun} of ${items.length}${process.stderr.isTTY ? "\r" : "\n"}`);
  begun += group.length;
  const page = await browser.newPage();
  const guilty = await guiltyOf(group, page);
  await page.close();
  return guilty;
});
const failed = faulty.reduce((sum, guilty) => sum + guilty, 0);
await browser.close();
tellWorst("memory", ({ megabytes }) => megabytes);
tellWorst("CPU", ({ seconds }) => seconds);
console.log(`${items.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** How many of a group something stops. */
async function guiltyOf(group: readonly HostileItem[], page: Page): Promise<number> {
  const passage = await throughProduct(group, DIST, page);
  if (passage.faults.length === 0 && !isBeyondBars(passage)) {
    costs.push({ ...passage, of: `the ${group.length} from ${JSON.stringify(group[0]?.name)} on, together` });
    return 0;
  }
  let guilty = 0;
  for (const item of group) if (await isGuilty(item, page)) guilty += 1;
  // What only happens together is a fault as well; that ten need more than one may is none.
  if (guilty > 0 || passage.faults.length === 0) return guilty;
  tell(`together: ${group.map(({ name }) => JSON.stringify(name)).join(", ")}`, passage.faults);
  return 1;
}

async function isGuilty(item: HostileItem, page: Page): Promise<boolean> {
  const { megabytes, seconds, faults } = await throughProduct([item], DIST, page);
  costs.push({ megabytes, seconds, of: JSON.stringify(item.name) });
  if (megabytes > MOST_MEGABYTES) faults.push(`a job needs ${Math.round(megabytes)} MB`);
  if (seconds > MOST_SECONDS) faults.push(`a job needs ${Math.round(seconds)} s of CPU`);
  if (faults.length > 0) tell(JSON.stringify(item.name), faults);
  return faults.length > 0;
}

function tell(what: string, faults: readonly string[]): void {
  console.log(`${what}\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
}

function tellWorst(what: string, by: (cost: Cost) => number): void {
  console.log(`Most ${what} in a job:`);
  for (const cost of costs.toSorted((a, b) => by(b) - by(a)).slice(0, WORST))
    console.log(`  ${Math.round(cost.megabytes)} MB, ${cost.seconds.toFixed(1)} s: ${cost.of}`);
}
