/**
 * How fast the compiled command reads large logs, and in how much memory, next to `unzip -p` of the same archive:
 * `node scripts/bench-logs.ts [megabytes ...]`, default 50. Goals for 50 MB: ≤ 1.5 s, ≤ 200 MB, ≤ 4 times unzip;
 * for 500 MB: it completes in ≤ 300 MB. Two kinds: few alarming lines (sparse) and one in four (dense).
 */
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

const ROUNDS = 5;
const ROOT = join(import.meta.dirname, "..");
const PEAK = `data:text/javascript,process.on("exit",()=>process.stderr.write("peak "+process.resourceUsage().maxRSS+"\\n"))`;

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [50];
const folder = mkdtempSync(join(tmpdir(), "bench-logs-"));
try {
  const cli = join(folder, "cli.cjs");
  await build({
    absWorkingDir: ROOT,
    entryPoints: ["action/src/cli.ts"],
    outfile: cli,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    logLevel: "error",
    define: { "import.meta.dirname": "__dirname" },
  });
  for (const size of sizes) for (const kind of ["sparse", "dense"] as const) bench(cli, kind, size);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function bench(cli: string, kind: "sparse" | "dense", megabytes: number): void {
  const log = join(folder, "0_build.txt");
  const zip = join(folder, `${kind}-${megabytes}.zip`);
  writeLog(log, kind, megabytes * 1e6);
  run("zip", ["-q", "-j", zip, log]);
  const rounds = megabytes > 100 ? 1 : ROUNDS;
  const plain = repeated(rounds, () => analyze(cli, log));
  const zipped = repeated(rounds, () => analyze(cli, zip));
  const unzip = repeated(rounds, () => ({ seconds: run("unzip", ["-p", zip]).seconds, peak: 0 }));
  const round = (value: number) => value.toFixed(2);
  console.log(
    `${megabytes} MB ${kind}: log ${round(plain.seconds)} s, ${plain.peak.toFixed(0)} MB peak; ` +
      `zip ${round(zipped.seconds)} s, ${zipped.peak.toFixed(0)} MB peak; ` +
      `unzip -p ${round(unzip.seconds)} s, ratio ${round(zipped.seconds / unzip.seconds)}`,
  );
}

type Measured = { seconds: number; peak: number };

/** The least time, since others use the machine as well, and the greatest peak. */
function repeated(rounds: number, measure: () => Measured): Measured {
  const all = Array.from({ length: rounds }, measure);
  return {
    seconds: Math.min(...all.map(({ seconds }) => seconds)),
    peak: Math.max(...all.map(({ peak }) => peak)),
  };
}

function analyze(cli: string, file: string): Measured {
  const { seconds, stderr } = run(process.execPath, [
    "--import",
    PEAK,
    cli,
    "analyze",
    "--file",
    file,
    "--json",
  ]);
  // maxRSS counts kilobytes on Linux.
  return { seconds, peak: Number(/^peak (\d+)$/m.exec(stderr)?.[1] ?? Number.NaN) / 1000 };
}

function run(command: string, args: readonly string[]): { seconds: number; stderr: string } {
  const started = process.hrtime.bigint();
  const { status, error, stderr } = spawnSync(command, args, {
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (error || status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr}`);
  return { seconds: Number(process.hrtime.bigint() - started) / 1e9, stderr };
}

function writeLog(path: string, kind: "sparse" | "dense", bytes: number): void {
  const file = openSync(path, "w");
  const every = kind === "dense" ? 4 : 500;
  let written = 0;
  let number = 0;
  writeSync(
    file,
    "2026-11-20T10:00:00.0000000Z ##[group]Run npm test\n2026-11-20T10:00:00.1000000Z ##[endgroup]\n",
  );
  while (written < bytes) {
    let chunk = "";
    for (; chunk.length < 1e6; number++) chunk += `${stamp(number)} ${text(number, every)}\n`;
    writeSync(file, chunk);
    written += chunk.length;
  }
  writeSync(
    file,
    `${stamp(number)}  FAIL  src/budget.test.ts > rounds half up\n${stamp(number)} AssertionError: expected 100 to be 101\n` +
      `${stamp(number)} ##[error]Process completed with exit code 1.\n`,
  );
  closeSync(file);
}

function stamp(number: number): string {
  return new Date(Date.UTC(2026, 10, 20, 10) + number * 7).toISOString().replace("Z", "0001Z");
}

/** Words that look like failures in lines that differ, as retried requests and passing tests print them. */
function text(number: number, every: number): string {
  const name = `package-${(number * 2654435761) % 99991}`;
  if (number % every === 0)
    return [
      `warning: could not resolve ${name} from the cache, retrying (error ${number})`,
      `✓ ${name} > fails when the request is invalid (${number % 90} ms)`,
      `[ERROR] ${name}: connection refused, will be retried in ${number % 60}s`,
      `    at ${name}.handleError (/home/runner/work/fleet/src/${name}.ts:${number % 900}:11)`,
    ][(number / every) % 4] as string;
  return `Downloading ${name} ${number % 9000} kB of 12000 kB at ${number % 100} MB/s from the registry's mirror`;
}
