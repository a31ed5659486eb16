import * as z from "zod";
import { Id } from "#core/sync/payload/tolerant.ts";

/** The repository that something is in, by GitHub's own number and by the name it has today. */
export type Home = { id: number; full_name: string };

const Named = z.object({ id: Id, full_name: z.string().regex(/^[\w.-]+\/[\w.-]+$/) });

/** Of a repository object; null when it cannot be read. */
export function readHome(payload: unknown): Home | null {
  return Named.safeParse(payload).data ?? null;
}

/** The repository of a run object, which says it in full. */
export function homeOfRun(payload: unknown): Home | null {
  return z.object({ repository: Named }).safeParse(payload).data?.repository ?? null;
}

/** Names differ in more than case, which GitHub does not heed. */
export function isOtherName(a: string, b: string): boolean {
  return a.toLowerCase() !== b.toLowerCase();
}
