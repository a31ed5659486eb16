import type { Attempt } from "#core/attempts/attempt.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { runCost } from "#core/documents/costs/run-cost.ts";
import { type Coded, type Dictionary, dictionary, textKey } from "#core/documents/runs/coded.ts";
import { runKind } from "#core/documents/runs/run-kind.ts";
import {
  type RunTable,
  SHA_DIGITS,
  type TableMonth,
  type TableState,
} from "#core/documents/runs/run-table.ts";
import { waitsOf } from "#core/documents/runs/waits.ts";
import type { Sources } from "#core/documents/sources/sources.ts";
import { workflowNames } from "#core/documents/workflows/workflow-names.ts";
import { stateOf } from "#core/outcome.ts";
import type { Category } from "#core/records/category.ts";
import { epoch, formatUtc, monthOf } from "#core/time.ts";

/** More attempts than a browser should be asked to hold; older ones are counted and left out. */
const MOST_ROWS = 100_000;

/** Gathers every attempt into the table behind the Runs page and the links between runs. */
export function runIndexFold({ context, buildId }: Sources, mostRows = MOST_ROWS): Fold<RunTable> {
  const numbers = numberColumns();
  const coded = codedColumns();
  const workflow = column<number>(String);
  const names = workflowNames(context);
  return {
    add(attempt) {
      numbers.push(attempt);
      coded.push(attempt);
      workflow.push(attempt.run.workflow_id);
      names.add(attempt.run);
    },
    finish() {
      const omitted = Math.max(0, numbers.rows() - mostRows);
      const known = new Map(names.finish().map(({ id, slug, name }) => [id, { slug, name }]));
      const { values: ids, codes } = workflow.finish(omitted);
      return {
        asOf: context.now,
        buildId,
        omitted,
        rows: numbers.rows() - omitted,
        ...numbers.finish(omitted),
        workflow: {
          values: ids.map((id) => known.get(id) ?? { slug: String(id), name: `Workflow ${id}` }),
          codes,
        },
        ...coded.finish(omitted),
      };
    },
  };
}

/** The columns of numbers, one entry an attempt. */
function numberColumns() {
  const id: number[] = [];
  const number: number[] = [];
  const attempt: number[] = [];
  const created: number[] = [];
  const started: number[] = [];
  const duration: number[] = [];
  const queue: number[] = [];
  const cost: number[] = [];
  return {
    rows: () => id.length,
    push(read: Attempt): void {
      const { run, at } = read;
      id.push(run.id);
      number.push(run.run_number);
      attempt.push(run.run_attempt);
      created.push(epoch(run.created_at));
      started.push(epoch(at));
      duration.push(run.duration_seconds ?? Number.NaN);
      queue.push(waitsOf(run).queue ?? Number.NaN);
      cost.push(costOf(read));
    },
    finish: (omitted: number) => ({
      id: Float64Array.from(id.slice(omitted)),
      number: Int32Array.from(number.slice(omitted)),
      attempt: Int32Array.from(attempt.slice(omitted)),
      created: Float64Array.from(created.slice(omitted)),
      started: Float64Array.from(started.slice(omitted)),
      duration: Float64Array.from(duration.slice(omitted)),
      queue: Float64Array.from(queue.slice(omitted)),
      cost: Float64Array.from(cost.slice(omitted)),
      months: monthsOf(created.slice(omitted)),
    }),
  };
}

/** The columns whose values come again and again. */
function codedColumns() {
  const state = column<TableState>(stateOf);
  const event = column<string>(String);
  const agents = column<readonly string[]>((list) => JSON.stringify(list));
  const branch = column<string | null>(textKey);
  const actor = column<string | null>(textKey);
  const pulls = column<readonly number[] | null>((list) => (list === null ? "unknown" : list.join()));
  const category = column<Category | null>(textKey);
  const signature = column<string | null>(textKey);
  const title = column<string | null>(textKey);
  const sha = column<string>(String);
  return {
    push({ run, own, reading, agents: of }: Attempt): void {
      const kind = runKind(run, reading);
      state.push({ status: run.status, conclusion: run.conclusion });
      event.push(run.event);
      agents.push(of);
      branch.push(run.head_branch);
      actor.push(run.actor ?? run.triggering_actor);
      pulls.push(run.pull_requests?.map((pull) => pull.number) ?? null);
      category.push(kind.category);
      signature.push(own ? null : kind.signature);
      title.push(run.display_title);
      sha.push(run.head_sha.slice(0, SHA_DIGITS));
    },
    finish: (omitted: number) => ({
      state: state.finish(omitted),
      event: event.finish(omitted),
      agents: agents.finish(omitted),
      branch: branch.finish(omitted),
      actor: actor.finish(omitted),
      pulls: pulls.finish(omitted),
      category: category.finish(omitted),
      signature: signature.finish(omitted),
      title: title.finish(omitted),
      sha: sha.finish(omitted),
    }),
  };
}

/** Half a sum would look like a small one: it is all or unknown. */
function costOf(attempt: Attempt): number {
  const { total_nano_usd, complete } = runCost(attempt);
  return total_nano_usd === null || !complete ? Number.NaN : total_nano_usd;
}

function column<Value>(keyOf: (value: Value) => string) {
  const { values, code }: Dictionary<Value> = dictionary(keyOf);
  const codes: number[] = [];
  return {
    push(value: Value): void {
      codes.push(code(value));
    },
    finish: (omitted: number): Coded<Value> => ({ values, codes: Int32Array.from(codes.slice(omitted)) }),
  };
}

function monthsOf(created: readonly number[]): TableMonth[] {
  const months: TableMonth[] = [];
  for (const [row, at] of created.entries()) {
    const month = monthOf(formatUtc(at));
    const last = months.at(-1);
    if (last?.month === month) last.rows += 1;
    else months.push({ month, first: row, rows: 1 });
  }
  return months;
}
