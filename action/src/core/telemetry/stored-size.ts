import type { Execution } from "#core/records/execution.ts";
import { bounded } from "#core/redact/bounded.ts";
import type { Imported } from "#core/telemetry/importer.ts";

/** 500 steps and 500 calls of tools with names as agents give them take 400 kB. */
export const LARGEST_EXECUTION = 512 * 1024;
/** What git keeps for ever is at most so many times what was uploaded: telemetry packs as well as any text. */
const AMPLIFICATION = 10;
/** A small artifact may tell of long work: two executions of the largest size. */
const LEAST_BYTES = 2 * LARGEST_EXECUTION;

/** Of what there may be too much, the least missed first. Totals do not come from these lists, but for the last. */
const LISTS = [
  "steps",
  "tools",
  "tools_loaded",
  "metrics",
  "evals",
  "decisions",
  "actions",
  "exceptions",
  "usage",
] as const;
type List = (typeof LISTS)[number];
const WORDS: Readonly<Record<List, string>> = {
  ...{ steps: "steps", tools: "calls of tools", tools_loaded: "loaded tools", metrics: "metrics" },
  ...{ evals: "scores", decisions: "kinds of decisions", actions: "kinds of actions", usage: "models" },
  exceptions: "exceptions",
};
const MOST_NOTES = 20;

/** Bytes of a record in its file. */
export function storedBytes(record: object): number {
  return new TextEncoder().encode(JSON.stringify(record)).length;
}

/** The execution within so many bytes: of its longest lists the first and last entries stay, and `truncated` says what went. */
export function withinSize(reported: Execution, most = LARGEST_EXECUTION): Execution {
  if (storedBytes(reported) <= most) return reported;
  const execution = withShorterContents(reported, most);
  if (storedBytes(execution) <= most) return execution;
  let kept = execution;
  for (let bytes = storedBytes(kept); bytes > most - ROOM; bytes = storedBytes(kept)) {
    const [largest] = LISTS.filter((list) => (kept[list]?.length ?? 0) > 0)
      .map((list) => ({ list, bytes: storedBytes(kept[list] ?? []) }))
      .sort((a, b) => b.bytes - a.bytes);
    if (largest === undefined) break;
    kept = { ...kept, [largest.list]: halved<unknown>(kept[largest.list] ?? []) };
  }
  const left = LISTS.map((list) => [(execution[list]?.length ?? 0) - (kept[list]?.length ?? 0), WORDS[list]]);
  const gone = left.filter(([count]) => count !== 0).map(([count, word]) => `${count} ${word}`);
  const note = `Left out, for its size: ${gone.join(", ")}.`;
  return withoutLostParents({ ...kept, truncated: [...kept.truncated.slice(1 - MOST_NOTES), note] });
}

/** Characters that contents are cut to, until all of it fits; in the end there are none. */
const SHORTER = [1000, 500, 200, 0];

/** What was said is missed less than what was done. */
function withShorterContents(execution: Execution, most: number): Execution {
  const texts = [
    ...execution.steps.map(({ content }) => content),
    ...execution.tools.flatMap(({ input, output }) => [input, output]),
  ];
  if (texts.every((text) => text === null)) return execution;
  for (const length of SHORTER) {
    const cut = (text: string | null) => (text === null || length === 0 ? null : bounded(text, length));
    const shorter: Execution = {
      ...execution,
      steps: execution.steps.map((step) => ({ ...step, content: cut(step.content) })),
      tools: execution.tools.map((tool) => ({ ...tool, input: cut(tool.input), output: cut(tool.output) })),
      truncated: [
        ...execution.truncated.slice(1 - MOST_NOTES),
        length === 0
          ? "Contents are left out, for their size."
          : `Contents are cut to ${length} characters, for their size.`,
      ],
    };
    if (storedBytes(shorter) <= most - ROOM || length === 0) return shorter;
  }
  return execution;
}

/** For the note of what went. */
const ROOM = 300;

/** The end of a long work tells how it ended: of what is too much, the middle goes. */
function halved<Item>(items: readonly Item[]): Item[] {
  const half = Math.floor(items.length / 2);
  const last = Math.floor(half / 4);
  return [...items.slice(0, half - last), ...(last === 0 ? [] : items.slice(-last))];
}

function withoutLostParents(execution: Execution): Execution {
  const indexes = new Set(execution.steps.map(({ index }) => index));
  const known = (index: number | null) => (index !== null && indexes.has(index) ? index : null);
  return {
    ...execution,
    steps: execution.steps.map((step) => ({ ...step, parent: known(step.parent) })),
    tools: execution.tools.map((tool) => ({ ...tool, step: known(tool.step) })),
  };
}

/**
 * What an attempt told, within ten times what it uploaded: events first, up to half of it, because they are decisions
 * and small; then executions, each with an equal share; a list that does not fit is shortened, and what fits not even
 * so is left out and counted.
 *
 * @param uploaded bytes of the attempt's artifacts, packed, as GitHub tells them
 */
export function withinUpload(reported: Imported, uploaded: number): Imported {
  const most = Math.max(LEAST_BYTES, AMPLIFICATION * uploaded);
  const events = fitting(reported.events, most / 2);
  const left = most - events.bytes;
  const share = equalShare(reported.executions.map(storedBytes), left);
  const executions = fitting(
    reported.executions.map((execution) => withinSize(execution, share)),
    left,
  );
  const gone = [
    ...(executions.left > 0 ? [`${executions.left} executions`] : []),
    ...(events.left > 0 ? [`${events.left} events`] : []),
  ];
  const message = `Left out: ${gone.join(" and ")}, which would take more than ${AMPLIFICATION} times what was uploaded.`;
  const problems = gone.length === 0 ? [] : [{ file: "artifacts", line: null, message }];
  return {
    ...reported,
    executions: executions.kept,
    events: events.kept,
    problems: [...reported.problems, ...problems],
  };
}

function fitting<Item extends object>(
  items: readonly Item[],
  most: number,
): { kept: Item[]; bytes: number; left: number } {
  const kept: Item[] = [];
  let bytes = 0;
  for (const item of items) {
    const size = storedBytes(item);
    if (bytes + size > most) continue;
    bytes += size;
    kept.push(item);
  }
  return { kept, bytes, left: items.length - kept.length };
}

/** The size above which executions are shortened so that all fit: what small ones leave is the large ones'. */
function equalShare(sizes: readonly number[], most: number): number {
  let [left, count] = [most, sizes.length];
  for (const size of [...sizes].sort((a, b) => a - b)) {
    if (size * count > left) return Math.floor(left / count);
    left -= size;
    count -= 1;
  }
  return Number.POSITIVE_INFINITY;
}
