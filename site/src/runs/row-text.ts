/** What a row of the table says and links to; pages and scripts fill the same markup with it. */

import { errorPath } from "#core/addresses/paths.ts";
import { valueAt } from "#core/documents/runs/coded.ts";
import { isLatest, numberAt, type RunTable, runPath } from "#core/documents/runs/run-table.ts";
import { categoryWord } from "#core/failures/category-word.ts";
import { duration, money, UNKNOWN } from "#core/format.ts";
import type { RepositoryLinks } from "#core/links.ts";
import { formatUtc } from "#core/time.ts";

/** The parts of a row, each an element with `data-field`. */
export const FIELDS = [
  "title",
  "number",
  "category",
  "workflow",
  "agent",
  "branch",
  "pull",
  "event",
  "actor",
  "started",
  "queue",
  "duration",
  "cost",
  "sha",
] as const;
export type Field = (typeof FIELDS)[number];

export type RowText = {
  status: { status: string | null; conclusion: string | null };
  text: Record<Field, string>;
  /** Absolute, or below the site's root where `site` is true. */
  links: Partial<Record<Field, { address: string; site: boolean }>>;
};

/** @param github addresses of the repository on GitHub */
export function rowText(table: RunTable, row: number, github: RepositoryLinks): RowText {
  const workflow = valueAt(table.workflow, row);
  const title = valueAt(table.title, row);
  const category = valueAt(table.category, row) ?? null;
  const signature = valueAt(table.signature, row);
  const branch = valueAt(table.branch, row) ?? null;
  const actor = valueAt(table.actor, row) ?? null;
  const sha = valueAt(table.sha, row);
  const pulls = valueAt(table.pulls, row) ?? [];
  const [pull] = pulls;
  const attempt = table.attempt[row] ?? 1;
  const number = table.number[row];
  return {
    status: valueAt(table.state, row) ?? { status: null, conclusion: null },
    text: {
      title: title || (title === undefined ? "…" : `Run ${number}`),
      number: `#${number}${attempt > 1 || !isLatest(table, row) ? `, attempt ${attempt}` : ""}`,
      category: category === null ? UNKNOWN : categoryWord(category),
      workflow: workflow?.name ?? UNKNOWN,
      agent: valueAt(table.agents, row)?.join(", ") ?? "",
      branch: branch ?? "",
      pull: pull === undefined ? "" : `#${pull}${pulls.length > 1 ? ` +${pulls.length - 1}` : ""}`,
      event: valueAt(table.event, row) ?? "",
      actor: actor ?? "",
      started: started(table.started[row] ?? 0),
      queue: duration(numberAt(table.queue, row)),
      duration: duration(numberAt(table.duration, row)),
      cost: money(numberAt(table.cost, row)),
      sha: sha?.slice(0, 7) ?? "",
    },
    links: {
      title: { address: runPath(table, row), site: true },
      workflow: { address: `workflows/${workflow?.slug}/`, site: true },
      ...(signature && { category: { address: errorPath(signature), site: true } }),
      ...(branch && { branch: { address: github.branch(branch), site: false } }),
      ...(pull && { pull: { address: github.pull(pull), site: false } }),
      ...(actor && { actor: { address: github.user(actor), site: false } }),
      ...(sha && { sha: { address: github.commit(sha), site: false } }),
    },
  };
}

/** `2026-11-20 14:05`; the column's heading says UTC. */
function started(epochSeconds: number): string {
  const utc = formatUtc(epochSeconds);
  return `${utc.slice(0, 10)} ${utc.slice(11, 16)}`;
}
