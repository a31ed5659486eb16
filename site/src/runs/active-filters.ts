/** The filters of a query one by one, each with the query that remains without it. */
import type { Choice } from "#core/addresses/query-string.ts";
import { DEFAULT_QUERY, FACETS, type Facet, NONE, type RunQuery } from "#core/addresses/run-query.ts";
import type { RunTable } from "#core/documents/runs/run-table.ts";
import { categoryWord } from "#core/failures/category-word.ts";
import { duration, moment } from "#core/format.ts";
import { wordOf } from "#core/outcome.ts";
import { facetValues } from "./select.ts";

export type ActiveFilter = {
  label: string;
  value: string;
  /** A value that no run has: probably a typing error or an old link. */
  unknown: boolean;
  without: RunQuery;
};

const FACET_LABELS: Readonly<Record<Facet, string>> = {
  status: "Status",
  wf: "Workflow",
  agent: "Agent",
  branch: "Branch",
  event: "Event",
  category: "Category",
  actor: "Actor",
};

export function activeFilters(table: RunTable, query: RunQuery): ActiveFilter[] {
  const { step } = query;
  const filters: ActiveFilter[] = [];
  const add = (label: string, value: string, without: Partial<RunQuery>, unknown = false) =>
    filters.push({ label, value, unknown, without: { ...query, ...without } });

  if (query.from !== null || query.to !== null) add("Started", stretchWords(query), { from: null, to: null });
  if (query.text !== "") add("Search", query.text, { text: "" });
  for (const facet of FACETS) {
    const known = new Set(facetValues(table, facet));
    for (const kind of ["include", "exclude"] as const)
      for (const value of query.facets[facet][kind]) {
        const rest = query.facets[facet][kind].filter((other) => other !== value);
        const label = `${FACET_LABELS[facet]}${kind === "exclude" ? " not" : ""}`;
        const facets = { ...query.facets, [facet]: { ...query.facets[facet], [kind]: rest } };
        add(label, valueWord(table, facet, value), { facets }, !known.has(value));
      }
  }
  for (const signature of query.signatures) {
    const signatures = query.signatures.filter((other) => other !== signature);
    add("Signature", signature, { signatures }, !table.signature.values.includes(signature));
  }
  if (query.reruns) add("Attempt", "re-runs only", { reruns: false });
  for (const job of step.jobs)
    add("Job", job, { step: { ...step, jobs: step.jobs.filter((other) => other !== job) } });
  for (const name of step.steps)
    add("Step", name, { step: { ...step, steps: step.steps.filter((other) => other !== name) } });
  const subject = step.steps.length > 0 ? "Step" : step.jobs.length > 0 ? "Job" : "Job or step";
  if (step.failed) add(subject, "failed", { step: { ...step, failed: false } });
  if (step.slowerThan !== null)
    add(subject, `slower than ${duration(step.slowerThan)}`, { step: { ...step, slowerThan: null } });
  if (query.shortest !== null) add("Duration", `at least ${duration(query.shortest)}`, { shortest: null });
  if (query.longest !== null) add("Duration", `at most ${duration(query.longest)}`, { longest: null });
  return filters;
}

/** The query without any filter: period, order and columns stay. */
export function withoutFilters({ period, sort, columns }: RunQuery): RunQuery {
  return { ...DEFAULT_QUERY, period, sort, columns };
}

/** A facet's value in words, for people. */
export function valueWord(table: RunTable, facet: Facet, value: string): string {
  if (value === NONE && facet === "category") return "no failure, or not analyzed";
  if (value === NONE) return `no ${FACET_LABELS[facet].toLowerCase()}`;
  const code = facetValues(table, facet).indexOf(value);
  if (facet === "wf") return table.workflow.values[code]?.name ?? value;
  const category = facet === "category" ? table.category.values[code] : undefined;
  if (category) return categoryWord(category);
  const state = facet === "status" ? table.state.values[code] : undefined;
  return state === undefined ? value : wordOf(state);
}

/** Takes a value in, out, or turns it from one to the other. */
export function toggled(choice: Choice, kind: keyof Choice, value: string): Choice {
  const without = {
    include: choice.include.filter((other) => other !== value),
    exclude: choice.exclude.filter((other) => other !== value),
  };
  return choice[kind].includes(value) ? without : { ...without, [kind]: [...without[kind], value] };
}

function stretchWords({ from, to }: RunQuery): string {
  const word = (utc: string) => (utc.endsWith("T00:00:00Z") ? utc.slice(0, 10) : moment(utc));
  if (from === null) return `before ${word(to ?? "")}`;
  return to === null ? `since ${word(from)}` : `${word(from)} to before ${word(to)}`;
}
