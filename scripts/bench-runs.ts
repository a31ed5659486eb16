/**
 * How fast the Runs page answers in a browser, and what its index weighs:
 * `node scripts/bench-runs.ts [attempts ...]`, default 10000 100000. Goals: p95 ≤ 50 ms and ≤ 120 ms from a
 * change of the query to rows in the page (filter, facets, percentiles, order, render, layout), ≤ 15 bytes a row.
 */

import { rm } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { attemptReader } from "#core/attempts/attempt.ts";
import { NO_FACTS } from "#core/attempts/facts.ts";
import { Config } from "#core/config.ts";
import { runIndexFold } from "#core/documents/runs/run-index.ts";
import { encodeRunIndex } from "#core/documents/runs/run-index-file.ts";
import type { RunTable } from "#core/documents/runs/run-table.ts";
import { encodeRunTexts } from "#core/documents/runs/run-texts.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import { CATEGORIES } from "#core/records/category.ts";
import { distribution } from "#core/statistics/distribution.ts";
import { addSeconds } from "#core/time.ts";
import { startStaticServer } from "#io/static-server.ts";
import { launch } from "../tests/browser.ts";
import { aFinding, aJobRecord, aReading, aRepositoryRecord, aRunRecord, aState } from "../tests/builders.ts";
import { NOW, renderSite } from "../tests/site/rendered.ts";
import { manyRunsStore } from "../tests/site/runs/many-runs.ts";

const ROUNDS = 12;
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000];

const { folder, result } = await renderSite(manyRunsStore(100));
const server = await startStaticServer({ directory: folder });
const browser = await launch();
try {
  console.log(`pages rendered: ${result.pages}`);
  for (const size of sizes) await bench(size);
} finally {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
}

async function bench(size: number): Promise<void> {
  const table = tableOf(size);
  const index = JSON.stringify(encodeRunIndex(table));
  const texts = table.months.map((month) => JSON.stringify(encodeRunTexts(table, month)));
  const weight = (text: string) => (gzipSync(text).length / table.rows).toFixed(1);
  console.log(
    `${size}: index ${weight(index)} B/row gzipped (${(gzipSync(index).length / 1000).toFixed(0)} kB), texts ${weight(texts.join(""))} B/row`,
  );
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.route("**/runs/index.json", (route) =>
    route.fulfill({ contentType: "application/json", body: index }),
  );
  await page.route("**/runs/texts/*.json", (route) => {
    const at = table.months.findIndex(({ month }) => route.request().url().includes(month));
    return route.fulfill({ contentType: "application/json", body: texts[at] ?? "" });
  });
  for (const slowdown of [1, 4]) {
    await page.goto(new URL("/runs/?p=90d", server.url).href);
    await page.locator("runs-explorer[data-ready]").waitFor({ timeout: 60_000 });
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    const times = await page.evaluate(measure, ROUNDS);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    const { n, p50, p95, max } = distribution(times);
    console.log(
      `${size}, CPU ×${slowdown}: median ${p50?.toFixed(1)} ms, p95 ${p95?.toFixed(1)} ms, worst ${max?.toFixed(1)} ms of ${n} changes; DOM rows ${await page.locator("[data-rows] tr").count()}`,
    );
  }
  await page.close();
}

/** Runs in the page: changes the query in every way and takes the time until the rows are laid out. */
async function measure(rounds: number): Promise<number[]> {
  const click = (selector: string) => document.querySelector<HTMLElement>(selector)?.click();
  const search = document.querySelector<HTMLInputElement>("[data-search]");
  const type = (text: string) => {
    if (search === null) return;
    search.value = text;
    search.dispatchEvent(new Event("input"));
  };
  const changes = [
    () => type("parser"),
    () => type("parser mona"),
    () => type(""),
    () => click("[data-states] li:nth-child(2) button"),
    () => click('th[data-column="duration"] button'),
    () => click("[data-states] li:nth-child(2) button"),
    () => click('th[data-column="branch"] button'),
    () => click('th[data-column="started"] button'),
    () => click('[data-period="30d"]'),
    () => click('[data-period="90d"]'),
  ];
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const change of changes) {
      performance.clearMeasures("runs-shown");
      change();
      while (performance.getEntriesByName("runs-shown").length === 0)
        await new Promise((resolve) => setTimeout(resolve, 1));
      const start = performance.now();
      document.body.getBoundingClientRect();
      const layout = performance.now() - start;
      times.push(layout + (performance.getEntriesByName("runs-shown").at(-1)?.duration ?? 0));
    }
  return times.slice(changes.length);
}

function readingOf(kind: number): StoredAnalysis {
  const category = CATEGORIES[kind % CATEGORIES.length] ?? "unknown";
  return aReading({
    findings: [aFinding({ category, signature: `${(kind + 1) * 31_415_926_535}`.padStart(16, "0") })],
  });
}

/** Attempts of thirty workflows over ninety days, as varied as life makes them. */
function tableOf(size: number): RunTable {
  const context = {
    now: NOW,
    config: Config.parse({}),
    repository: aRepositoryRecord({ workflows: [] }),
    state: aState(),
    server: "https://github.com",
  };
  const fold = runIndexFold({ context, journal: [], sizes: [], cron: null, buildId: "bench" });
  const read = attemptReader(context);
  let seed = 7;
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  const among = (count: number) => Math.floor(random() ** 2 * count);
  const conclusions = ["success", "success", "success", "failure", "cancelled", "skipped", "timed_out"];
  const numbers = new Map<number, number>();
  let id = 36_000_000_000;
  for (let index = 0; index < size; index += 1) {
    const workflow = 1 + among(30);
    const number = (numbers.get(workflow) ?? 0) + 1;
    numbers.set(workflow, number);
    id += 1 + Math.floor((random() * 4e9) / size);
    const at = addSeconds(NOW, Math.round(((index - size) / size) * 90 * 86_400 + random() * 30) - 60);
    const run = aRunRecord({
      id,
      run_number: number,
      workflow_id: workflow,
      workflow_name: `${["Claude", "Codex", "Copilot", "CI"][workflow % 4]} ${workflow}`,
      workflow_file: `.github/workflows/${workflow}.yml`,
      display_title: `Fix the parser of part ${among(size / 2)} as asked`,
      head_branch: random() < 0.5 ? "main" : `agent/issue-${Math.floor(index / 9)}`,
      head_sha: Array.from({ length: 5 }, () =>
        Math.floor(random() * 2 ** 32)
          .toString(16)
          .padStart(8, "0"),
      ).join(""),
      event: ["push", "pull_request", "schedule", "issue_comment"][among(4)] ?? "push",
      actor: `mona${among(40)}`,
      created_at: at,
      conclusion: conclusions[among(conclusions.length)] ?? "success",
      duration_seconds: Math.round(20 + random() ** 4 * 3000),
      pull_requests: random() < 0.4 ? [{ number: 1 + Math.floor(index / 9), source: "run" }] : [],
      jobs: [aJobRecord({ created_at: at, started_at: addSeconds(at, 2 + among(90)) })],
    });
    fold.add(read(run, random() < 0.85 ? NO_FACTS : { reading: readingOf(among(500)), executions: [] }));
  }
  return fold.finish();
}
