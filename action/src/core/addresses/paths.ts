import { formatRunQuery, parseRunQuery, runsSearch } from "#core/addresses/run-query.ts";

/** Which runs a number is made of; `without` is the slug of a workflow that it leaves out. */
export type RunFilter = Parameters<typeof runsSearch>[0] & { without?: string | null };

/** Where the runs behind a number are shown, below the site's root. */
export function runsLink({ without, ...wanted }: RunFilter): string {
  const search = runsSearch(wanted);
  if (!without) return `runs/${search}`;
  const { query } = parseRunQuery(search);
  const wf = { include: query.facets.wf.include, exclude: [without] };
  return `runs/${formatRunQuery({ ...query, facets: { ...query.facets, wf } }).search}`;
}

/** The page of a failure's signature. */
export function errorPath(signature: string): string {
  return `errors/${signature}/`;
}

export function executionPath(id: string): string {
  return `executions/${id}/`;
}

export function agentPath(slug: string): string {
  return `agents/${slug}/`;
}

export function sessionPath(slug: string): string {
  return `sessions/${slug}/`;
}

/** @param attempt null: the run's latest */
export function runLink(id: number, attempt: number | null = null): string {
  return attempt === null ? `runs/${id}/` : `runs/${id}/attempts/${attempt}/`;
}

export function toolPath(slug: string): string {
  return `tools/${slug}/`;
}

export function workflowPath(slug: string): string {
  return `workflows/${slug}/`;
}

/** @param id of an episode */
export function alertPath(id: string): string {
  return `alerts/${id}/`;
}

/** @param month `2026-11` */
export function statementPath(month: string): string {
  return `statements/${month}/`;
}
