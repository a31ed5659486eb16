/**
 * What Lighthouse's mobile preset says of a rendered dashboard: `node scripts/bench-pages.ts [folder]`, default
 * the one that `npm start` made. Goals: performance ≥ 95, accessibility and best practices 100.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import lighthouse from "lighthouse";
import { startStaticServer } from "#io/static-server.ts";
import { launch } from "../tests/browser.ts";

/** Where Lighthouse meets the browser. */
const DEBUGGING_PORT = 9333;
const PAGES = ["", "runs/", "executions/", "agents/", "errors/", "costs/", "operations/", "product/"];

const folder = process.argv[2] ?? join(import.meta.dirname, "../.cache/demo/_site");
if (!existsSync(folder)) throw new Error(`no dashboard in ${folder}; run \`npm start\` first`);
const server = await startStaticServer({ directory: folder });
const browser = await launch([`--remote-debugging-port=${DEBUGGING_PORT}`]);
try {
  for (const page of PAGES) {
    const result = await lighthouse(new URL(page, server.url).href, {
      port: DEBUGGING_PORT,
      logLevel: "error",
    });
    if (result === undefined) throw new Error(`Lighthouse says nothing of /${page}`);
    const { categories, audits } = result.lhr;
    const scores = Object.values(categories).map(
      ({ title, score }) => `${title} ${Math.round((score ?? 0) * 100)}`,
    );
    const timings = [
      "largest-contentful-paint",
      "total-blocking-time",
      "cumulative-layout-shift",
      "total-byte-weight",
    ];
    const values = timings.map((id) => `${audits[id]?.title} ${audits[id]?.displayValue}`);
    console.log(`/${page}: ${[...scores, ...values].join(" · ")}`);
  }
} finally {
  await browser.close();
  await server.close();
}
