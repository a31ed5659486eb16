import * as z from "zod";
import { uniqueSlugs } from "#core/addresses/slug.ts";
import { type Call, callsOf, isReading, toolKey } from "#core/attempts/call.ts";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import type { Invocation } from "#core/attempts/invocation.ts";
import { perPeriod } from "#core/attempts/per-period.ts";
import { isListed, PERIODS, type Period, type PeriodName } from "#core/attempts/period.ts";
import { withPrevious } from "#core/attempts/with-previous.ts";
import { OperationUse, operationUse } from "#core/documents/executions/operations.ts";
import { Stretch, stretchOf } from "#core/documents/figures/buckets.ts";
import { CallFigures, callFigures } from "#core/documents/tools/call-figures.ts";
import { loadedFold, UnusedTool } from "#core/documents/tools/loaded.ts";
import { ToolTally, toolTally } from "#core/documents/tools/tool-tally.ts";
import { entry } from "#core/entry.ts";
import { compareRates, Difference } from "#core/statistics/compare.ts";
import { Utc } from "#core/time.ts";

const Count = z.number().int();

/** One tool of one server in a period. */
export const ToolRow = z.strictObject({
  /** Of its page; the same in every period. */
  slug: z.string(),
  /** Text of strangers, like the server's. */
  name: z.string(),
  /** The MCP server; null: the agent's own tool. */
  server: z.string().nullable(),
  /** The same question may be answered from memory: it reads, as far as its name and kind say. */
  reads: z.boolean(),
  ...ToolTally.shape,
  /** Of everything stored. */
  first_seen: Utc,
  last_seen: Utc,
  /** First seen in this period, though what was before it is known. */
  is_new: z.boolean(),
});
export type ToolRow = z.infer<typeof ToolRow>;

/** The tools that agents called in one period. */
export const ToolsDocument = z.strictObject({
  period: Stretch,
  /** Of all calls. */
  all: CallFigures,
  previous: CallFigures.nullable(),
  /** Of the success of calls; null like the former. */
  change: Difference.nullable(),
  /** Executions whose telemetry tells of calls, of all. */
  telling: Count,
  executions: Count,
  /** Rows of calls of tools that have none, because their names are too many to be true: of everything stored. */
  left_out: Count,
  /** Most calls first. */
  tools: z.array(ToolRow),
  servers: z.array(z.strictObject({ server: z.string(), tools: Count, figures: CallFigures })),
  /** Hosts that tools asked. */
  hosts: z.array(z.strictObject({ host: z.string(), figures: CallFigures })),
  operations: z.array(OperationUse),
  /** Offered and never called in the period; `offering`: executions that say what they were offered. */
  unused: z.array(UnusedTool),
  offering: Count,
});
export type ToolsDocument = z.infer<typeof ToolsDocument>;

/** Anybody can make up names in telemetry. */
const MOST_TOOLS = 2000;

type Known = { id: number; name: string; first: Utc; last: Utc };

/** What agents called, for every period. */
export function toolsFold(context: Context): Fold<Record<PeriodName, ToolsDocument>> {
  const known = new Map<string, Known>();
  let leftOut = 0;
  const tallies = perPeriod(context, (period) => tally(period, context));
  return {
    add({ invocations }) {
      for (const invocation of invocations) {
        if (invocation.execution === null) continue;
        const all = callsOf(invocation);
        const calls = all.filter(({ tool }) => known.has(toolKey(tool)) || known.size < MOST_TOOLS);
        leftOut += all.length - calls.length;
        for (const { tool, at } of calls) {
          const key = toolKey(tool);
          const seen = entry(known, key, () => ({ id: known.size, name: tool.name, first: at, last: at }));
          if (at < seen.first) seen.first = at;
          if (at > seen.last) seen.last = at;
        }
        tallies.add({ invocation, calls });
      }
    },
    finish() {
      const named = [...known.values()].map(({ id, name }) => ({ id, text: name }));
      const slugs = uniqueSlugs(named, PERIODS);
      return tallies.finish((one) => one.finish(known, slugs, leftOut));
    },
  };
}

type Counted = { call: Call; counts: ReturnType<typeof toolTally> };

function tally(period: Period, context: Context) {
  const all = withPrevious(period, context, callFigures);
  const tools = new Map<string, Counted>();
  const servers = figuresByName();
  const hosts = figuresByName();
  const operations = operationUse();
  const loaded = loadedFold();
  const sums = { telling: 0, executions: 0 };
  return {
    add({ invocation, calls }: { invocation: Invocation; calls: readonly Call[] }) {
      const { at, execution } = invocation;
      if (at >= period.to || at < period.previousFrom) return;
      for (const call of calls) {
        all.add(call);
        const none = () => ({ call, counts: toolTally(period, context) });
        entry(tools, toolKey(call.tool), none).counts.add(call);
      }
      if (at < period.from) return;
      sums.executions += 1;
      if (calls.length > 0) sums.telling += 1;
      if (execution !== null) loaded.add(execution);
      operations.add(invocation);
      for (const call of calls) {
        servers.add(call.tool.server, call);
        hosts.add(call.tool.external?.host ?? null, call);
      }
    },
    finish(known: ReadonlyMap<string, Known>, slugs: ReadonlyMap<number, string>, left_out: number) {
      const isComparable = isListed(period.previousFrom, context);
      const rows = rowsOf(tools, known, slugs, ({ first }) => isComparable && first >= period.from);
      const { telling: offering, unused } = loaded.finish();
      const { current, previous } = all.finish();
      return {
        period: stretchOf(period),
        all: current,
        previous,
        change: previous === null ? null : compareRates(previous.success, current.success, "higher"),
        ...sums,
        left_out,
        tools: rows.sort((a, b) => b.current.calls - a.current.calls || (a.slug < b.slug ? -1 : 1)),
        servers: servers.finish().map(([server, figures]) => {
          const ofServer = rows.filter((row) => row.server === server);
          return { server, tools: ofServer.length, figures };
        }),
        hosts: hosts.finish().map(([host, figures]) => ({ host, figures })),
        operations: operations.finish(),
        unused,
        offering,
      } satisfies ToolsDocument;
    },
  };
}

/** The tools that were called in the period, whether new in it or not. */
function rowsOf(
  tools: ReadonlyMap<string, Counted>,
  known: ReadonlyMap<string, Known>,
  slugs: ReadonlyMap<number, string>,
  isNew: (seen: Known) => boolean,
): ToolRow[] {
  return [...tools].flatMap(([key, { call, counts }]) => {
    const seen = known.get(key);
    const reported = counts.finish();
    if (seen === undefined || reported.current.calls === 0) return [];
    const { name, server } = call.tool;
    const slug = slugs.get(seen.id) ?? `x-${seen.id}`;
    const reads = isReading(call.tool);
    const times = { first_seen: seen.first, last_seen: seen.last, is_new: isNew(seen) };
    return [{ slug, name, server, reads, ...reported, ...times }];
  });
}

/** Calls by a name that not all of them have, most calls first. */
function figuresByName() {
  const groups = new Map<string, ReturnType<typeof callFigures>>();
  return {
    add(name: string | null, call: Call): void {
      if (name !== null) entry(groups, name, callFigures).add(call);
    },
    finish: (): [string, CallFigures][] =>
      [...groups]
        .map(([name, figures]): [string, CallFigures] => [name, figures.finish()])
        .sort(([a, x], [b, y]) => y.calls - x.calls || (a < b ? -1 : 1)),
  };
}
