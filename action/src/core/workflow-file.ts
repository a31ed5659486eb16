import { parse } from "yaml";
import * as z from "zod";

/** What we need of a workflow file: when it runs, and what its jobs may do. The rest is GitHub's to check. */
const Permissions = z.union([z.string(), z.record(z.string(), z.string())]).nullish();
const WorkflowFile = z.object({
  on: z.unknown().optional(),
  permissions: Permissions,
  jobs: z.record(z.string(), z.object({ permissions: Permissions })).catch({}),
});
const Scheduled = z.object({ schedule: z.array(z.object({ cron: z.string() })) });

/** A workflow named by its file alone lies where GitHub looks for workflows. */
export function workflowPath(file: string | undefined): string | null {
  if (file === undefined) return null;
  return file.includes("/") ? file : `.github/workflows/${file}`;
}

/** The cron lines of a workflow; none when it has no schedule or cannot be read. */
export function cronsOf(text: string): string[] {
  const triggers = Scheduled.safeParse(read(text)?.on);
  return triggers.success ? triggers.data.schedule.map((row) => row.cron) : [];
}

/** The permissions of one job's token: its own, else the workflow's; null where neither names any. */
export function permissionsOf(text: string, job: string): Record<string, string> | null {
  const file = read(text);
  const permissions = file?.jobs[job]?.permissions ?? file?.permissions;
  return typeof permissions === "object" ? (permissions ?? null) : null;
}

function read(text: string): z.infer<typeof WorkflowFile> | null {
  try {
    return WorkflowFile.safeParse(parse(text)).data ?? null;
  } catch {
    return null;
  }
}
