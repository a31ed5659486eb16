import { FileImport } from "#core/telemetry/import-files.ts";
import type { ImportContext, Imported } from "#core/telemetry/importer.ts";

export function aContext(overrides: Partial<ImportContext> = {}): ImportContext {
  return {
    repository: "octo-org/fleet",
    run: {
      id: 1000,
      run_attempt: 1,
      created_at: "2026-11-20T14:00:00Z",
      run_started_at: "2026-11-20T14:00:05Z",
      head_sha: "0".repeat(40),
      from_fork: false,
      workflow_file: ".github/workflows/agent.yml",
      actor: null,
      triggering_actor: null,
    },
    jobId: null,
    privacy: { previews: "none", redact: {} },
    ...overrides,
  };
}

/** The files' texts by path, in pieces of the given length, through the table of importers. */
export function imported(files: Record<string, string>, context = aContext(), piece = 65_536): Imported {
  const importing = new FileImport(context);
  for (const [path, text] of Object.entries(files)) {
    const sink = importing.file(path);
    for (let at = 0; at < text.length; at += piece) sink.push(text.slice(at, at + piece));
    sink.end();
  }
  return importing.finish();
}

export function jsonl(lines: readonly unknown[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** Prompt, completion and dollars of all rows of all executions. */
export function totals({ executions }: Imported) {
  const rows = executions.flatMap(({ usage }) => usage);
  const sum = (of: (row: (typeof rows)[number]) => number | null) =>
    rows.reduce((all, row) => all + (of(row) ?? 0), 0);
  return {
    prompt: sum(({ prompt }) => prompt),
    completion: sum(({ completion }) => completion),
    cache_read: sum(({ cache_read }) => cache_read),
    usd: Math.round(sum(({ reported_cost_usd }) => reported_cost_usd) * 1e6) / 1e6,
  };
}
