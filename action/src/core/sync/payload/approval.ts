import * as z from "zod";
import { Name } from "#core/sync/payload/tolerant.ts";

/** The part of GitHub's `environment-approvals` that we keep. */
const Payload = z.object({ environments: z.array(z.object({ name: Name })) });

/** Environments whose deployment somebody approved or rejected; what cannot be read names none. */
export function reviewedEnvironments(items: readonly unknown[]): string[] {
  return items.flatMap((item) => Payload.safeParse(item).data?.environments.map(({ name }) => name) ?? []);
}
