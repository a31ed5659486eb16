import * as z from "zod";
import type { Attempt } from "#core/attempts/attempt.ts";
import { readerChecks } from "#core/documents/compliance/access-checks.ts";
import { changeChecks } from "#core/documents/compliance/change-checks.ts";
import { ComplianceCheck, judged } from "#core/documents/compliance/check.ts";
import { privacyChecks, retentionChecks } from "#core/documents/compliance/privacy-checks.ts";
import { EVENT_DAYS } from "#core/documents/events/reported-events.ts";
import type { Sources } from "#core/documents/sources/sources.ts";
import { plural } from "#core/format.ts";
import { addSeconds, DAY_SECONDS, Utc } from "#core/time.ts";

const Count = z.number().int().nonnegative();

/** What somebody who answers for agents can show, with what shows it. */
export const ComplianceDocument = z.strictObject({
  to: Utc,
  checks: z.array(ComplianceCheck),
  pass: Count,
  fail: Count,
  unknown: Count,
});
export type ComplianceDocument = z.infer<typeof ComplianceDocument>;

/** Below this share of agents' works that told what they did, there is no record of what agents do. */
const MOST_SILENT = 0.05;

export function complianceFold({ context, inspection, asked, inventory }: Sources) {
  const from = addSeconds(context.now, -EVENT_DAYS * DAY_SECONDS);
  const works = { all: 0, silent: 0 };
  return {
    add({ at, own, run, invocations }: Attempt): void {
      if (own || at < from || run.from_fork) return;
      works.all += invocations.length;
      works.silent += invocations.filter(({ execution }) => execution === null).length;
    },
    finish(): ComplianceDocument {
      const seen = inspection?.() ?? null;
      const checks = [
        ...readerChecks(context),
        ...changeChecks(asked ?? null, inventory ?? null),
        ...retentionChecks(context, seen),
        ...privacyChecks(context, seen),
        recordCheck(works),
        ...trailChecks(),
      ];
      const of = (state: ComplianceCheck["state"]) => checks.filter((check) => check.state === state).length;
      return { to: context.now, checks, pass: of("pass"), fail: of("fail"), unknown: of("unknown") };
    },
  };
}

function recordCheck({ all, silent }: { all: number; silent: number }): ComplianceCheck {
  return judged(
    { id: "agents-are-recorded", title: "Agents' runs leave a record of what they did", group: "records" },
    all === 0 ? null : silent <= all * MOST_SILENT,
    all === 0
      ? `no agent ran in ${EVENT_DAYS} days`
      : `${plural(all, "work")} of agents in ${EVENT_DAYS} days; ${silent === 0 ? "each told what it did" : `${silent} told nothing`}`,
    "Let the agents' jobs keep their telemetry: see What agents did and cost in the README.",
  );
}

function trailChecks(): ComplianceCheck[] {
  return [
    judged(
      { id: "trail-only-grows", title: "The audit trail only grew", group: "records" },
      null,
      "a site cannot look at the history of its own records",
      "Run agentops verify: it walks the data branch, commit by commit.",
    ),
  ];
}
