import { count, moment } from "#core/format.ts";
import type { Publication } from "#core/pages-decision.ts";
import { formatUtc } from "#core/time.ts";

/** One thing that must be right for the sync to work, judged from what was found. */
export type Check = {
  name: string;
  /** `broken`: the sync cannot do its work. `unknown`: it could not be looked at. */
  state: "ok" | "warn" | "broken" | "unknown";
  detail: string;
  /** What to do about it; null when there is nothing to do. */
  fix: string | null;
};

const ok = (name: string, detail: string): Check => ({ name, state: "ok", detail, fix: null });
const flaw = (state: Check["state"], name: string, detail: string, fix: string | null): Check => ({
  name,
  state,
  detail,
  fix,
});

export function tokenCheck(status: number): Check {
  const name = "Token";
  if (status === 200) return ok(name, "accepted by the API");
  if (status === 0)
    return flaw(
      "broken",
      name,
      "the API did not answer",
      "Check the network and GITHUB_API_URL, then try again.",
    );
  if (status === 401)
    return flaw("broken", name, "refused: it is wrong, expired or revoked", "Give a token that is valid.");
  // Rate limits can be switched off on Enterprise: 404 is an answer to a valid token there.
  if (status === 404) return ok(name, "accepted; this server has no rate limits");
  return flaw("unknown", name, `the API answered ${status}`, "Try again in some minutes.");
}

export function rateLimitCheck(core: { limit: number; remaining: number; reset: number } | null): Check {
  const name = "Rate limit";
  if (core === null) return ok(name, "not limited");
  const detail = `${count(core.remaining)} of ${count(core.limit)} requests left until ${moment(formatUtc(core.reset))}`;
  const reserve = Math.max(100, core.limit / 10);
  if (core.remaining > reserve) return ok(name, detail);
  return flaw("warn", name, detail, "A sync stops at this reserve; wait for the reset.");
}

export function repositoryCheck(repository: string, status: number, visibility: string | null): Check {
  const name = "Repository";
  if (status === 200) return ok(name, `${repository} is ${visibility ?? "visible"}`);
  return flaw(
    "broken",
    name,
    `${repository} cannot be seen (status ${status})`,
    "Check its name. The token of a job sees its own repository only; for another one give a token that can read it.",
  );
}

/** A permission tried with a request that needs it. `accepted` is what GitHub says would have been enough. */
export function permissionCheck(
  permission: string,
  use: string,
  status: number,
  accepted: string | null,
): Check {
  const name = `Permission ${permission}`;
  if (status === 200) return ok(name, use);
  if (status !== 403 && status !== 404) return flaw("unknown", name, `the API answered ${status}`, null);
  const wanted = accepted === null ? "" : ` (GitHub asks for ${accepted})`;
  return flaw(
    "broken",
    name,
    `missing: ${use} fails${wanted}`,
    `Add \`${permission}\` to the job's permissions.`,
  );
}

/** Whether it may push can be seen of a person's token only. */
export function pushCheck(push: boolean | null): Check {
  const name = "Permission contents: write";
  if (push === true) return ok(name, "records can be pushed");
  if (push === false)
    return flaw(
      "broken",
      name,
      "missing: records cannot be pushed",
      "Add `contents: write` to the job's permissions, or set `commit: false`.",
    );
  return flaw("unknown", name, "seen only when a sync pushes", null);
}

export function branchCheck(branch: string, status: number): Check {
  const name = "Data branch";
  if (status === 200) return ok(name, `${branch} is there`);
  if (status === 404) return ok(name, `${branch} is not there yet; the first sync makes it`);
  return flaw("unknown", name, `the API answered ${status}`, null);
}

export function configCheck(file: string, found: { text: string | null; complaint: string | null }): Check {
  const name = "Configuration";
  if (found.complaint !== null) return flaw("broken", name, found.complaint, `Correct ${file}.`);
  return ok(name, found.text === null ? `${file} is not there: defaults` : `${file} is valid`);
}

export function pagesCheck({ publish, reason }: Publication): Check {
  return publish
    ? ok("Pages", reason)
    : flaw(
        "warn",
        "Pages",
        `the dashboard is not published: ${reason}`,
        "Until then take it from the job's artifact.",
      );
}

export function scheduleCheck(
  file: string,
  workflow: { state: string } | null,
  crons: readonly string[],
): Check {
  const name = "Schedule";
  if (workflow === null)
    return flaw(
      "broken",
      name,
      `there is no workflow ${file}`,
      "Copy agentops-data-sync.yml from AgentOps' README.",
    );
  if (workflow.state !== "active")
    return flaw(
      "broken",
      name,
      `${file} is ${workflow.state}${workflow.state === "disabled_inactivity" ? ": GitHub stops schedules after 60 days without activity" : ""}`,
      `Enable it: gh workflow enable ${file.split("/").at(-1)}`,
    );
  const [cron] = crons;
  if (cron === undefined)
    return flaw("warn", name, `${file} has no schedule`, "Add one, e.g. cron: '17 */2 * * *'.");
  if (isCrowded(cron))
    return flaw(
      "warn",
      name,
      `${cron}: GitHub is busiest at such minutes and delays or drops runs`,
      "Choose an odd minute, e.g. 17.",
    );
  return ok(name, `${file} runs at ${cron} (UTC)`);
}

/** Everybody's schedules start at full hours and multiples of five. */
function isCrowded(cron: string): boolean {
  const minute = cron.trim().split(/\s+/)[0] ?? "";
  return !/^\d+$/.test(minute) || Number(minute) % 5 === 0;
}
