import * as z from "zod";
import type { RunPage } from "#core/guard/unseen.ts";
import { readRun } from "#core/sync/payload/run.ts";

const Page = z.object({ total_count: z.number().int().nonnegative(), workflow_runs: z.array(z.unknown()) });

/** The first page of a list of runs, as GitHub sent it. @throws Error for what is none, or holds a run that cannot be read */
export function readPage(body: unknown, repository: string): RunPage {
  const page = Page.safeParse(body).data;
  if (page === undefined) throw new Error("GitHub's list of runs cannot be read");
  const runs = page.workflow_runs.map((payload) => {
    const { value, problem } = readRun(payload, repository);
    if (value === null) throw new Error(`GitHub's list has a run that cannot be read: ${problem}`);
    return value;
  });
  return { runs, total: page.total_count };
}
