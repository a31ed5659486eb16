/**
 * Imports 105 MB of session logs of Claude Code, as they lie in artifacts, and prints seconds and peak memory.
 * Bar: at most 2.5 s and 200 MB. Run by `npm run bench`.
 */
import { spawnSync } from "node:child_process";
import { createReadStream, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { FileImport } from "#core/telemetry/import-files.ts";
import type { ImportContext } from "#core/telemetry/importer.ts";

const FILES = 42;
const CALLS = 380;
const BAR = { seconds: 2.5, megabytes: 200 };

const context: ImportContext = {
  repository: "octo-org/fleet",
  run: {
    id: 1,
    run_attempt: 1,
    created_at: "2026-11-20T14:00:00Z",
    run_started_at: "2026-11-20T14:00:00Z",
    head_sha: "0".repeat(40),
    from_fork: false,
    workflow_file: ".github/workflows/agent.yml",
    actor: null,
    triggering_actor: null,
  },
  jobId: null,
  privacy: { previews: "none", redact: {} },
};

const folder = process.argv[2];
if (folder === undefined) measure();
else await importAll(folder);

/** In a process of its own, so that writing the logs does not count. */
function measure() {
  const made = mkdtempSync(join(tmpdir(), "bench-telemetry-"));
  try {
    let bytes = 0;
    for (let file = 0; file < FILES; file++) {
      writeFileSync(pathOf(made, file), session(file));
      bytes += statSync(pathOf(made, file)).size;
    }
    const run = () => spawnSync(process.execPath, [import.meta.filename, made], { encoding: "utf8" });
    run();
    const { stdout, stderr, status } = run();
    if (status !== 0) throw new Error(stderr);
    const { seconds, megabytes, tokens } = JSON.parse(stdout);
    console.log(
      `telemetry: ${(bytes / 1e6).toFixed(0)} MB of Claude session logs in ${seconds} s, peak ${megabytes} MB`,
    );
    if (tokens !== FILES * CALLS * 5120) throw new Error(`counted ${tokens} tokens`);
    if (seconds > BAR.seconds || megabytes > BAR.megabytes) process.exitCode = 1;
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

async function importAll(from: string) {
  // As our commands do: V8 would let the young generation grow for lines that are read once and dropped.
  setFlagsFromString("--semi-space-growth-factor=1");
  const start = performance.now();
  const files = new FileImport(context);
  for (let file = 0; file < FILES; file++) {
    const sink = files.file(`sessions/${file}.jsonl`);
    for await (const text of createReadStream(pathOf(from, file), {
      encoding: "utf8",
      highWaterMark: 64 * 1024,
    }))
      sink.push(text);
    sink.end();
  }
  const { executions } = files.finish();
  const seconds = ((performance.now() - start) / 1000).toFixed(2);
  const tokens = executions
    .flatMap(({ usage }) => usage)
    .reduce((sum, row) => sum + (row.prompt ?? 0) + (row.completion ?? 0), 0);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ seconds: Number(seconds), megabytes, tokens }));
}

function pathOf(from: string, file: number): string {
  return join(from, `${file}.jsonl`);
}

/** Each call of the model: its text, its tool's call, and the tool's long result, with the usage told twice. */
function session(file: number): string {
  const sessionId = `00000000-0000-4000-8000-${String(file).padStart(12, "0")}`;
  const common = {
    isSidechain: false,
    userType: "external",
    cwd: "/home/runner/work",
    sessionId,
    version: "2.1.0",
  };
  const lines: unknown[] = [];
  for (let call = 0; call < CALLS; call++) {
    const at = (seconds: number) =>
      new Date(Date.UTC(2026, 10, 20, 14) + (call * 10 + seconds) * 1000).toISOString();
    const id = `msg_${file}_${call}`;
    const use = `toolu_${file}_${call}`;
    const usage = {
      input_tokens: 20,
      cache_creation_input_tokens: 1000,
      cache_read_input_tokens: 4000,
      cache_creation: { ephemeral_5m_input_tokens: 1000, ephemeral_1h_input_tokens: 0 },
      output_tokens: 100,
      service_tier: "standard",
    };
    const message = { model: "claude-sonnet-4-5-20250929", id, type: "message", role: "assistant", usage };
    const assistant = (block: unknown, seconds: number) => ({
      parentUuid: use,
      ...common,
      message: { ...message, content: [block] },
      requestId: `req_${file}_${call}`,
      type: "assistant",
      uuid: `${id}-${seconds}`,
      timestamp: at(seconds),
    });
    const result = `${call}: "const value = compute(input);"\n`.repeat(60);
    lines.push(
      assistant({ type: "text", text: "I look at the next file to see what it does.".repeat(4) }, 2),
      assistant({ type: "tool_use", id: use, name: "Read", input: { file_path: `/src/file-${call}.ts` } }, 3),
      {
        parentUuid: id,
        ...common,
        type: "user",
        message: { role: "user", content: [{ tool_use_id: use, type: "tool_result", content: result }] },
        uuid: `${use}-result`,
        timestamp: at(4),
        toolUseResult: { type: "text", file: { filePath: `/src/file-${call}.ts`, content: result } },
      },
    );
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}
