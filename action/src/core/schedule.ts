import { Cron } from "croner";
import { formatUtc, type Utc } from "#core/time.ts";

/**
 * When a workflow's cron line starts it next, strictly after an instant. GitHub reads five fields in UTC.
 *
 * @returns null for a line that cannot be read or never comes true (30 February)
 */
export function nextRun(cron: string, after: Utc): Utc | null {
  try {
    const schedule = new Cron(cron, { mode: "5-part", timezone: "UTC", paused: true });
    const next = schedule.nextRun(new Date(after));
    return next === null ? null : formatUtc(next.getTime() / 1000);
  } catch {
    return null;
  }
}
