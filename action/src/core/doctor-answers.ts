import * as z from "zod";

/** The little that the doctor reads of GitHub's answers. */

export const LimitAnswer = z.object({
  resources: z.object({
    core: z.object({ limit: z.number(), remaining: z.number(), reset: z.number() }),
  }),
});

export const RepositoryAnswer = z.object({
  visibility: z.string().optional(),
  /** Of a person's token; absent for a job's. */
  permissions: z.object({ push: z.boolean() }).optional(),
});

export const RunsAnswer = z.object({ workflow_runs: z.array(z.object({ head_sha: z.string() })) });

export const WorkflowsAnswer = z.object({
  workflows: z.array(z.object({ path: z.string(), state: z.string() })),
});

export const FileAnswer = z.object({ content: z.string(), encoding: z.literal("base64") });
