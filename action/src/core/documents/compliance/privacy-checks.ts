import type { Context } from "#core/attempts/context.ts";
import type { Inspection } from "#core/audit/inspector.ts";
import { type ComplianceCheck, judged } from "#core/documents/compliance/check.ts";
import { count, plural } from "#core/format.ts";
import { RETENTION_KEYS } from "#core/records/retention.ts";
import { addDays, dayOf } from "#core/time.ts";

/** What laws ask whose systems count as high-risk (EU AI Act, articles 19 and 26): half a year. */
const HALF_A_YEAR = 183;
/** A sync may be late, and looks once it is there. */
const GRACE_DAYS = 3;

const FORGET =
  "Run a sync: it lets go what is too old. What is left then may be in records that cannot be read.";

export function retentionChecks({ config, now }: Context, inspection: Inspection | null): ComplianceCheck[] {
  const { retention } = config;
  const kept = RETENTION_KEYS.map((key) => `${key} ${retention[key]}`).join(", ");
  const short = RETENTION_KEYS.filter((key) => retention[key] < HALF_A_YEAR);
  const late = RETENTION_KEYS.filter((key) => {
    const oldest = inspection?.oldest_detail[key];
    return oldest !== undefined && oldest < addDays(dayOf(now), -retention[key] - GRACE_DAYS);
  });
  return [
    judged(
      {
        id: "kept-half-a-year",
        title: "Details of what agents did are kept for six months",
        group: "retention",
      },
      short.length === 0,
      kept,
      `Raise ${short.join(" and ")} to ${HALF_A_YEAR} or more, where a law asks for it.`,
    ),
    judged(
      { id: "details-go-by-age", title: "Details go when they are as old as configured", group: "retention" },
      inspection === null ? null : late.length === 0,
      inspection === null
        ? "nobody looked at the records"
        : late.length === 0
          ? `no older details are stored (${kept})`
          : late.map((key) => `${key}: details of ${inspection.oldest_detail[key]}`).join("; "),
      FORGET,
    ),
  ];
}

export function privacyChecks({ config }: Context, inspection: Inspection | null): ComplianceCheck[] {
  const { privacy } = config;
  const looked = (n: number, what: string) =>
    n === 0 ? "none is stored" : `${what} in ${plural(n, "record")}`;
  const check = (id: string, title: string, n: number | undefined, rule: string, what: string, fix: string) =>
    judged(
      { id, title, group: "privacy" },
      n === undefined ? null : n === 0,
      n === undefined ? "nobody looked at the records" : `${rule}: ${looked(n, what)}`,
      fix,
    );
  const again = "agentops forget removes a run or a person from all records.";
  return [
    check(
      "contents-as-allowed",
      "No more of what agents said is stored than the configuration allows",
      inspection?.contents,
      `privacy.previews is ${privacy.previews}`,
      "more",
      `It was stored when more was allowed, and is shown nowhere; it goes by age (retention.telemetry-days). ${again}`,
    ),
    check(
      "log-texts-as-allowed",
      "No more of logs is stored than the configuration allows",
      privacy.excerpts === "stored" && inspection !== null ? 0 : inspection?.log_texts,
      `privacy.excerpts is ${privacy.excerpts}${privacy.excerpts === "stored" ? ", so texts may be stored" : ""}`,
      "texts",
      `They were stored when that was allowed; they go by age (retention.excerpts-days). ${again}`,
    ),
    check(
      "users-as-allowed",
      "Users that telemetry names are stored as the configuration says",
      inspection?.named_users,
      `privacy.hash-users is ${privacy["hash-users"]}${privacy["hash-users"] ? "" : ", so names may be stored"}`,
      "names",
      `They were stored before. ${again}`,
    ),
    redactionCheck(inspection),
  ];
}

function redactionCheck(inspection: Inspection | null): ComplianceCheck {
  const { texts = 0, hits = [] } = inspection ?? {};
  const found = hits.map(({ kind, n, records }) => `${kind} ${count(n)} (${records.join(", ")})`).join("; ");
  return judged(
    { id: "nothing-unredacted", title: "Redaction finds nothing in what is stored", group: "privacy" },
    inspection === null ? null : hits.length === 0,
    inspection === null
      ? "nobody looked at the records"
      : hits.length === 0
        ? `${plural(texts, "text")} of the newest days were looked through again`
        : `${found}, in ${plural(texts, "text")} of the newest days`,
    "Rules may have become stricter since. Revoke what is still valid, and remove the runs: agentops forget <run_id> --history.",
  );
}
