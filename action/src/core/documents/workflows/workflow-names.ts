import * as z from "zod";
import { uniqueSlugs } from "#core/addresses/slug.ts";
import type { Context } from "#core/attempts/context.ts";
import { PERIODS } from "#core/attempts/period.ts";
import type { Run } from "#core/records/run.ts";

/** A workflow as pages name it. */
export const NamedWorkflow = z.strictObject({
  id: z.number().int(),
  slug: z.string(),
  name: z.string(),
  /** Path in the repository; null when unknown. */
  file: z.string().nullable(),
  /** GitHub's word: `active`, `disabled_manually`, …; null for workflows GitHub no longer lists. */
  state: z.string().nullable(),
  /** AgentOps' own sync: shown, and kept out of rankings. */
  own: z.boolean(),
});
export type NamedWorkflow = z.infer<typeof NamedWorkflow>;

/** Collects every workflow that is listed or ever ran; the newest run's names win for those not listed. */
export function workflowNames(context: Context): { add(run: Run): void; finish(): NamedWorkflow[] } {
  const seen = new Map<number, { name: string | null; file: string | null; state: string | null }>();
  return {
    add(run) {
      seen.set(run.workflow_id, { name: run.workflow_name, file: run.workflow_file, state: null });
    },
    finish() {
      for (const { id, name, path, state } of context.repository.workflows)
        seen.set(id, { name, file: path, state });
      const workflows = [...seen].sort(([a], [b]) => a - b).map(([id, workflow]) => ({ id, ...workflow }));
      const slugs = uniqueSlugs(
        workflows.map(({ id, file, name }) => ({ id, text: stem(file) || (name ?? "") })),
        PERIODS,
      );
      return workflows.map((workflow) => ({
        ...workflow,
        name: workflow.name || workflow.file || `Workflow ${workflow.id}`,
        slug: slugs.get(workflow.id) ?? String(workflow.id),
        own: workflow.id === context.state.own_workflow_id,
      }));
    },
  };
}

/** `.github/workflows/ci.yml` → `ci`; `dynamic/copilot-swe-agent/copilot` stays whole. */
function stem(file: string | null): string {
  return (file ?? "").replace(/^\.github\/workflows\//, "").replace(/\.ya?ml$/, "");
}
