import { setOutput, summary } from "@actions/core";

/** What a runner drops whole; ours is a small part of it, so cutting never happens in practice. */
const MOST_BYTES = 1024 * 1024;

/** Hands a job's results to the runner: outputs for later steps, and Markdown for the run's page. */
export async function leaveResults(outputs: Readonly<Record<string, string>>, markdown: string | null) {
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
  if (markdown !== null && Buffer.byteLength(markdown) <= MOST_BYTES)
    await summary.addRaw(markdown, true).write();
}
