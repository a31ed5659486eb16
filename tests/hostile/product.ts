import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { MAX_TRIES } from "#core/sync/backlog.ts";
import { formatUtc } from "#core/time.ts";
import { startStaticServer } from "#io/static-server.ts";
import { uniformHistory } from "#simulator/history/uniform.ts";
import { startSimulator } from "#simulator/server.ts";
import type { HostileItem } from "./item.ts";

const REPOSITORY = "octo-org/agent-fleet";
/** Runs that have nothing to do with the hostile ones, and must be published whatever happens. */
const INNOCENT = 6;
const FIRST_HOSTILE = 36_500_000_001;
/** The innocent runs are spread over GitHub's ninety days. */
const SEARCH = "runs/?q=Change&p=90d";
/** What fails is tried by so many syncs, and one more finds nothing left. The first, and what damage needs, always. */
const SYNCS = MAX_TRIES + 2;
const FEWEST_SYNCS = 3;
/** Two to be idle, and what a sync may look at again. */
const IDLE_REQUESTS = 5;
/** What one item may cost a job. */
export const MOST_MEGABYTES = 300;
export const MOST_SECONDS = 60;

export type Passage = {
  /** What did not hold; empty when everything did. */
  faults: string[];
  /** At most, of one job's process; infinite where it was killed. */
  megabytes: number;
  /** Of CPU, at most of one job's process. */
  seconds: number;
};

/** Whether a job needed more than one item may need. */
export function isBeyondBars({ megabytes, seconds }: Passage): boolean {
  return megabytes > MOST_MEGABYTES || seconds > MOST_SECONDS;
}

/**
 * Puts items through the shipped bundles as an Action's job would: sync, dashboard and push, until nothing is
 * left to do; then the pages in a browser. What must hold is said in `faults`.
 *
 * @param dist the folder of the bundles
 * @param page a browser's page, or null to leave the browser out
 */
export async function throughProduct(
  items: readonly HostileItem[],
  dist: string,
  page: Page | null,
): Promise<Passage> {
  const folder = mkdtempSync(join(tmpdir(), "hostile-"));
  const now = formatUtc(Math.floor(Date.now() / 1000));
  const truth = uniformHistory({ now, runs: INNOCENT });
  const innocent = truth.runs.map(({ attempts }) => attempts[0]?.run.id ?? 0);
  for (const [at, item] of items.entries()) item.put?.(truth, FIRST_HOSTILE + at, now);
  const simulator = await startSimulator({
    repositories: [truth],
    limits: { perHour: null, secondary: false },
  });
  for (const [at, item] of items.entries()) item.answer?.(simulator, FIRST_HOSTILE + at);
  const passage: Passage = { faults: [], megabytes: 0, seconds: 0 };
  const job = new Job(folder, dist, simulator.url, simulator.token);
  try {
    for (let sync = 1; sync <= SYNCS; sync++) {
      simulator.transcript.length = 0;
      const ended = await job.run();
      passage.megabytes = Math.max(passage.megabytes, ended.megabytes);
      passage.seconds = Math.max(passage.seconds, ended.seconds);
      if (ended.code !== 0) passage.faults.push(`sync ${sync} ended with ${ended.code}: ${ended.tail}`);
      if (/unexpected|please report/i.test(ended.tail))
        passage.faults.push(`sync ${sync} says: ${ended.tail}`);
      if (sync === 1 && ended.code === 0 && items.some(({ damage }) => damage))
        job.damage((records) => {
          for (const [at, item] of items.entries()) item.damage?.(records, FIRST_HOSTILE + at);
        });
      if (sync >= FEWEST_SYNCS && simulator.transcript.length <= IDLE_REQUESTS) break;
    }
    const stored = job.storedRuns();
    for (const id of innocent)
      if (!stored.includes(`"id":${id},`)) passage.faults.push(`run ${id} is not stored`);
    if (!items.some(({ mayBeAskedAgain }) => mayBeAskedAgain) && simulator.transcript.length > IDLE_REQUESTS)
      passage.faults.push(
        `sync ${SYNCS} still asks: ${simulator.transcript.map(({ path }) => path).join(" ")}`,
      );
    if (page !== null) passage.faults.push(...(await job.visit(page, innocent)));
  } finally {
    await simulator.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return passage;
}

/**
 * Sees how much a process used, without a word on its streams. Linux begins `maxRSS` with what the parent had, which
 * is us with all the items; its high-water mark is the process's own.
 */
const METER = `process.on("exit", () => {
  const { readFileSync, writeFileSync } = require("node:fs");
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  let kilobytes = maxRSS;
  try {
    kilobytes = Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]);
  } catch {}
  const used = { megabytes: kilobytes / 1024, seconds: (userCPUTime + systemCPUTime) / 1e6 };
  writeFileSync(process.env.METER, JSON.stringify(used));
});`;

class Job {
  readonly #folder: string;
  readonly #dist: string;
  readonly #env: Record<string, string>;

  constructor(folder: string, dist: string, url: string, token: string) {
    this.#folder = folder;
    this.#dist = dist;
    for (const name of ["home/temp", "work", `git/${REPOSITORY}.git`])
      mkdirSync(join(folder, name), { recursive: true });
    this.#git("git", "init", "--quiet", "--bare", "--initial-branch=main", `${REPOSITORY}.git`);
    writeFileSync(
      join(folder, "home/.gitconfig"),
      `[url "file://${folder}/git/"]\n\tinsteadOf = https://github.com/\n[user]\n\tname = a\n\temail = a@b.example\n`,
    );
    writeFileSync(join(folder, "meter.cjs"), METER);
    this.#env = {
      PATH: process.env["PATH"] ?? "",
      HOME: join(folder, "home"),
      NODE_OPTIONS: `--require ${join(folder, "meter.cjs")}`,
      METER: join(folder, "meter.json"),
      GITHUB_ACTIONS: "true",
      GITHUB_API_URL: url,
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_EVENT_NAME: "schedule",
      GITHUB_RUN_ID: "36999999999",
      GITHUB_WORKSPACE: join(folder, "work"),
      GITHUB_OUTPUT: join(folder, "output"),
      GITHUB_STEP_SUMMARY: join(folder, "summary"),
      RUNNER_TEMP: join(folder, "home/temp"),
      INPUT_TOKEN: token,
    };
  }

  async run(): Promise<{ code: number | null; tail: string; megabytes: number; seconds: number }> {
    for (const name of ["output", "summary"]) writeFileSync(join(this.#folder, name), "");
    rmSync(join(this.#folder, "meter.json"), { force: true });
    const child = spawn(process.execPath, [join(this.#dist, "main.cjs")], {
      cwd: join(this.#folder, "work"),
      env: this.#env,
    });
    let tail = "";
    const keep = (text: Buffer) => {
      tail = (tail + text.toString("utf8")).slice(-1500);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
    const meter = join(this.#folder, "meter.json");
    const used = existsSync(meter)
      ? (JSON.parse(readFileSync(meter, "utf8")) as { megabytes: number; seconds: number })
      : { megabytes: Number.POSITIVE_INFINITY, seconds: Number.POSITIVE_INFINITY };
    return { code, tail, ...used };
  }

  /** Changes the records as somebody with a clone of the data branch would. */
  damage(change: (records: string) => void): void {
    const clone = join(this.#folder, "clone");
    const origin = `file://${this.#folder}/git/${REPOSITORY}.git`;
    this.#git(".", "clone", "--quiet", "--branch", "agentops-data", origin, "clone");
    change(join(clone, "data", REPOSITORY));
    if (this.#git("clone", "status", "--porcelain") === "") return;
    this.#git("clone", "commit", "--quiet", "--all", "-m", "Damage");
    this.#git("clone", "push", "--quiet");
  }

  /** All shards of runs on the data branch, one after the other. */
  storedRuns(): string {
    const bare = join("git", `${REPOSITORY}.git`);
    try {
      const files = this.#git(bare, "ls-tree", "-r", "--name-only", "agentops-data").split("\n");
      return files
        .filter((file) => file.includes("/runs/"))
        .map((file) => this.#git(bare, "show", `agentops-data:${file}`))
        .join("\n");
    } catch (error) {
      return `no data branch: ${error}`;
    }
  }

  /** Opens what a reader opens first, searches the runs, and looks at an innocent run. */
  async visit(page: Page, innocent: readonly number[]): Promise<string[]> {
    const site = join(this.#folder, "work/_site");
    if (!existsSync(join(site, "index.html"))) return ["no dashboard"];
    const server = await startStaticServer({ directory: site });
    const faults: string[] = [];
    const fail = (error: Error) => void faults.push(`a page throws: ${error.message}`);
    page.on("pageerror", fail);
    try {
      for (const path of ["", "runs/", SEARCH, "health/", `runs/${innocent.at(-1)}/`]) {
        const answer = await page.goto(new URL(path, server.url).href);
        if (answer?.status() !== 200) faults.push(`/${path} answers ${answer?.status()}`);
        if (path === SEARCH) await page.getByText(`Change ${INNOCENT}`).first().waitFor({ timeout: 10_000 });
        if (await page.evaluate(() => "hurt" in globalThis)) faults.push(`/${path} runs a stranger's script`);
      }
    } catch (error) {
      faults.push(`the browser says ${error instanceof Error ? error.message.split("\n")[0] : error}`);
    } finally {
      page.off("pageerror", fail);
      await server.close();
    }
    return faults;
  }

  #git(folder: string, ...args: string[]): string {
    const env = {
      PATH: process.env["PATH"] ?? "",
      HOME: join(this.#folder, "home"),
      GIT_CONFIG_NOSYSTEM: "1",
    };
    return execFileSync("git", args, {
      cwd: join(this.#folder, folder),
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      maxBuffer: 1 << 30,
    }).trim();
  }
}
