/**
 * Whether an attempt is over. Normally its status says `completed`; a conclusion says so too, whatever the
 * status (older servers and recorded payloads write `COMPLETED` or repeat the conclusion there).
 */
export function hasEnded(run: { status: string | null; conclusion: string | null }): boolean {
  return run.status === "completed" || run.conclusion !== null;
}
