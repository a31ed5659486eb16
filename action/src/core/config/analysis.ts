import * as z from "zod";
import { Pattern } from "#core/config/pattern.ts";

const list = (text: string) => z.array(Pattern).default([]).describe(text);

/** How much a sync reads to explain failures, and in which order. */
export const AnalysisConfig = z.strictObject({
  downloads: z
    .number()
    .int()
    .min(0)
    .max(10_000)
    .default(25)
    .describe("Logs that one sync downloads at most; the other failures wait for the next."),
  megabytes: z
    .number()
    .min(1)
    .max(10_000)
    .default(200)
    .describe("Text of logs that one sync reads at most, in MB; the log that reaches it is read to its end."),
  annotations: z
    .boolean()
    .default(true)
    .describe(
      "Whether annotations of failed jobs are asked for (`checks: read`), so that a failure that was read before need not be read again.",
    ),
  "reread-every": z
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(10)
    .describe("A failure that keeps coming is read again every so many times; 1: always."),
  critical: z
    .strictObject({
      workflows: list("Names or files of workflows whose failures are read first; globs."),
      branches: list("Branches whose failures are read first; globs."),
      events: list("Events, such as `schedule`, whose failures are read first; globs."),
    })
    .prefault({}),
});
export type AnalysisConfig = z.infer<typeof AnalysisConfig>;

/** What is written without anybody asking, and where. */
export const CommentOn = z
  .array(z.enum(["signature-issue", "pull_request", "cost"]))
  .default([])
  .describe(
    "Where a sync announces new failures: `signature-issue` (an issue of ours for each signature; `issues: write`), `pull_request` (those GitHub itself lists for the run; `pull-requests: write`). `cost`: one note on each pull request, what all its runs cost so far (`pull-requests: write`).",
  );
