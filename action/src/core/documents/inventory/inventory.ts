import * as z from "zod";
import type { AgentRow } from "#core/inventory/agent-row.ts";
import type { Inventory } from "#core/inventory/inventory.ts";
import { ruleOf } from "#core/inventory/rules/table.ts";

const Text = z.string();
const Count = z.number().int().nonnegative();
const Level = z.enum(["error", "warning", "note"]);

/** A place in a workflow file where an agent runs. Null: the files do not say. */
export const InventoryAgent = z.strictObject({
  workflow: Text.nullable(),
  workflow_file: Text,
  path: Text,
  line: Count,
  job: Text,
  step: Text,
  agent: Text,
  model: Text.nullable(),
  triggers: z.array(Text),
  /** Who can have it start: nobody from outside, people whom somebody checks, or strangers. */
  exposure: z.enum(["nobody", "members", "strangers"]),
  permissions: z.array(z.strictObject({ scope: Text, access: Text })).nullable(),
  pin: z.enum(["commit", "name", "own"]).nullable(),
  unpinned: z.array(Text),
  caps: z.array(Text),
  timeout_minutes: z.number().nullable(),
  environment: Text.nullable(),
  concurrency: z.boolean(),
  guard: z.boolean(),
  secrets: z.array(Text),
  tools: z.array(Text).nullable(),
  /** Findings in its file. */
  errors: Count,
  warnings: Count,
  notes: Count,
});
export type InventoryAgent = z.infer<typeof InventoryAgent>;

export const InventoryFinding = z.strictObject({
  rule: Text,
  level: Level,
  path: Text,
  line: Count,
  column: Count,
  message: Text,
  /** What to do. */
  fix: Text,
  fingerprint: Text,
});
export type InventoryFinding = z.infer<typeof InventoryFinding>;

/** Which agents the workflow files of the default branch run, and what is wrong with how they do. */
export const InventoryDocument = z.strictObject({
  /** False: no workflow files of this repository were at hand. */
  known: z.boolean(),
  files: Count,
  /** By workflow file. */
  agents: z.array(InventoryAgent),
  /** The worst first. */
  findings: z.array(InventoryFinding),
  /** Findings that a comment in the file silences. */
  silenced: Count,
});
export type InventoryDocument = z.infer<typeof InventoryDocument>;

const LEVELS: readonly string[] = Level.options;

export function inventoryDocument(inventory: Inventory | null): InventoryDocument {
  if (inventory === null) return { known: false, files: 0, agents: [], findings: [], silenced: 0 };
  const { files, agents, findings, silenced } = inventory;
  return {
    known: true,
    files: files.length,
    agents: agents.map((row) => agentOf(row, findings)),
    findings: findings
      .map(({ rule, level, path, line, column, message, fingerprint }) => ({
        ...{ rule, level, path, line, column, message, fix: ruleOf(rule).fix, fingerprint },
      }))
      .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level)),
    silenced,
  };
}

function agentOf(row: AgentRow, findings: Inventory["findings"]): InventoryAgent {
  const own = findings.filter(({ path }) => path === row.path || path === row.workflow_file);
  const of = (level: string) => own.filter((finding) => finding.level === level).length;
  const { permissions, ...rest } = row;
  return {
    ...rest,
    triggers: [...row.triggers],
    unpinned: [...row.unpinned],
    caps: [...row.caps],
    secrets: [...row.secrets],
    tools: row.tools === null ? null : [...row.tools],
    permissions:
      permissions === null ? null : Object.entries(permissions).map(([scope, access]) => ({ scope, access })),
    ...{ errors: of("error"), warnings: of("warning"), notes: of("note") },
  };
}
