import { DEFAULT_PERIOD } from "#core/addresses/period-path.ts";
import {
  type Choice,
  decode,
  encode,
  parameters,
  readChoice,
  readInstant,
  readList,
  readSeconds,
  writeChoice,
  writeInstant,
  writeList,
} from "#core/addresses/query-string.ts";
import { PERIODS, type PeriodName } from "#core/attempts/period.ts";
import type { Utc } from "#core/time.ts";

/**
 * Which runs the Runs page shows, as its address says it. Only what differs from the default is written, and
 * what cannot be understood is reported, never guessed. Other pages link to "the runs behind this number" with
 * `runsSearch`.
 */

/** Facets by the name of their parameter. */
export const FACETS = ["wf", "agent", "branch", "event", "status", "category", "actor"] as const;
export type Facet = (typeof FACETS)[number];

/** The value of runs that have none: no agent, no branch, no actor, no category. */
export const NONE = "(none)";

export const SORT_KEYS = [
  "started",
  "status",
  "category",
  "run",
  "workflow",
  "agent",
  "branch",
  "event",
  "actor",
  "queue",
  "duration",
  "cost",
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export const COLUMNS = [
  "status",
  "run",
  "category",
  "workflow",
  "agent",
  "branch",
  "event",
  "actor",
  "started",
  "queue",
  "duration",
  "cost",
  "sha",
] as const;
export type Column = (typeof COLUMNS)[number];
export const DEFAULT_COLUMNS: readonly Column[] = COLUMNS.filter((column) => column !== "sha");

/** Runs in which a job or step ran, by exact name. Jobs and steps given together mean those steps in those jobs. */
export type StepChoice = {
  jobs: readonly string[];
  steps: readonly string[];
  failed: boolean;
  slowerThan: number | null;
};

export type RunQuery = {
  period: PeriodName;
  /** An absolute stretch, in place of the period: `from` inclusive, `to` exclusive; null is open. */
  from: Utc | null;
  to: Utc | null;
  text: string;
  facets: Readonly<Record<Facet, Choice>>;
  /** Of the primary finding, any of them. */
  signatures: readonly string[];
  /** Only attempts after the first. */
  reruns: boolean;
  step: StepChoice;
  /** Seconds, both inclusive. */
  shortest: number | null;
  longest: number | null;
  sort: { key: SortKey; descending: boolean };
  columns: readonly Column[];
};

const NOTHING: Choice = { include: [], exclude: [] };

export const DEFAULT_QUERY: RunQuery = {
  period: DEFAULT_PERIOD,
  from: null,
  to: null,
  text: "",
  facets: {
    wf: NOTHING,
    agent: NOTHING,
    branch: NOTHING,
    event: NOTHING,
    status: NOTHING,
    category: NOTHING,
    actor: NOTHING,
  },
  signatures: [],
  reruns: false,
  step: { jobs: [], steps: [], failed: false, slowerThan: null },
  shortest: null,
  longest: null,
  sort: { key: "started", descending: true },
  columns: DEFAULT_COLUMNS,
};

/** Longer addresses are refused by some servers and mangled by some chats. */
const LONGEST_SEARCH = 1500;

/** A parameter that was not understood, as it stood in the address. */
export type Unread = { parameter: string; value: string };

/** @param search the address's query string, with or without its `?` */
export function parseRunQuery(search: string): { query: RunQuery; unread: Unread[] } {
  let query = DEFAULT_QUERY;
  const unread: Unread[] = [];
  for (const [name, raw] of parameters(search)) {
    const read = READERS.get(name)?.(raw, query) ?? null;
    if (read === null) unread.push({ parameter: decode(name), value: decode(raw) });
    else query = { ...query, ...read };
  }
  if (query.from !== null && query.to !== null && query.from >= query.to) {
    unread.push({ parameter: "to", value: writeInstant(query.to) });
    query = { ...query, to: null };
  }
  return { query, unread };
}

/**
 * The query string for a query, `""` or `?…`. When it would get too long the largest list of values is left
 * out, and `dropped` names its parameter.
 */
export function formatRunQuery(query: RunQuery): { search: string; dropped: string | null } {
  const parts = partsOf(query).filter(([, value]) => value !== "");
  const written = () => parts.map((part) => part.join("=")).join("&");
  let dropped: string | null = null;
  while (written().length > LONGEST_SEARCH) {
    const [largest] = parts.toSorted(([, a], [, b]) => b.length - a.length);
    if (largest === undefined) break;
    parts.splice(parts.indexOf(largest), 1);
    dropped = largest[0];
  }
  return { search: parts.length === 0 ? "" : `?${written()}`, dropped };
}

/** Any part of a query as a query string, for links from other pages: `runsSearch({ status: ["failure"] })`. */
export function runsSearch(
  wanted: Partial<Record<Facet, readonly string[]>> & Partial<Omit<RunQuery, "facets">>,
): string {
  const facets = { ...DEFAULT_QUERY.facets };
  for (const facet of FACETS) facets[facet] = { include: wanted[facet] ?? [], exclude: [] };
  return formatRunQuery({ ...DEFAULT_QUERY, ...wanted, facets }).search;
}

/** What a parameter's raw value says about the query read so far; null when it cannot be understood. */
type Reader = (raw: string, query: RunQuery) => Partial<RunQuery> | null;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["p", (raw) => known("period", PERIODS.find((name) => name === raw) ?? null)],
  ["from", (raw) => known("from", readInstant(raw))],
  ["to", (raw) => known("to", readInstant(raw))],
  ...FACETS.map((facet): [string, Reader] => [
    facet,
    (raw, query) => {
      const choice = readChoice(raw);
      if (choice.include.length + choice.exclude.length === 0) return null;
      return { facets: { ...query.facets, [facet]: choice } };
    },
  ]),
  [
    "signature",
    (raw) => {
      const signatures = readList(raw);
      return signatures.every((signature) => /^[0-9a-f]{16}$/.test(signature)) ? { signatures } : null;
    },
  ],
  ["attempt", (raw) => (raw === "rerun" ? { reruns: true } : null)],
  ["job", (raw, { step }) => ({ step: { ...step, jobs: readList(raw) } })],
  ["step", (raw, { step }) => ({ step: { ...step, steps: readList(raw) } })],
  ["result", (raw, { step }) => (raw === "failed" ? { step: { ...step, failed: true } } : null)],
  [
    "slower",
    (raw, { step }) => {
      const slowerThan = readSeconds(raw);
      return slowerThan === null ? null : { step: { ...step, slowerThan } };
    },
  ],
  ["min", (raw) => known("shortest", readSeconds(raw))],
  ["max", (raw) => known("longest", readSeconds(raw))],
  ["q", (raw) => ({ text: decode(raw).trim() })],
  [
    "sort",
    (raw) => {
      const key = SORT_KEYS.find((name) => name === raw.replace(/^-/, ""));
      return key === undefined ? null : { sort: { key, descending: raw.startsWith("-") } };
    },
  ],
  [
    "cols",
    (raw) => {
      const wanted = readList(raw);
      const columns = COLUMNS.filter((column) => wanted.includes(column));
      return columns.length > 0 && columns.length === wanted.length ? { columns } : null;
    },
  ],
]);

function known<Name extends keyof RunQuery>(
  name: Name,
  value: RunQuery[Name] | null,
): Partial<RunQuery> | null {
  return value === null ? null : { [name]: value };
}

function partsOf({ sort, step, ...query }: RunQuery): [string, string][] {
  const absolute = query.from !== null || query.to !== null;
  return [
    ["p", absolute || query.period === DEFAULT_PERIOD ? "" : query.period],
    ["from", query.from === null ? "" : writeInstant(query.from)],
    ["to", query.to === null ? "" : writeInstant(query.to)],
    ...FACETS.map((facet): [string, string] => [facet, writeChoice(query.facets[facet])]),
    ["signature", writeList(query.signatures)],
    ["attempt", query.reruns ? "rerun" : ""],
    ["job", writeList(step.jobs)],
    ["step", writeList(step.steps)],
    ["result", step.failed ? "failed" : ""],
    ["slower", step.slowerThan?.toString() ?? ""],
    ["min", query.shortest?.toString() ?? ""],
    ["max", query.longest?.toString() ?? ""],
    ["q", encode(query.text.trim())],
    ["sort", sort.key === "started" && sort.descending ? "" : `${sort.descending ? "-" : ""}${sort.key}`],
    ["cols", query.columns.join() === DEFAULT_COLUMNS.join() ? "" : writeList(query.columns)],
  ];
}
