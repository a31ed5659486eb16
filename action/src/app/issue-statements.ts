import { buildDocuments, type DocumentOptions } from "#app/documents.ts";
import type { Clock, Store } from "#app/effects.ts";
import { localDay, startOfLocalDay, type Zone } from "#core/calendar/zone.ts";
import { statements } from "#core/documents/statements/document.ts";
import { issuedStatement } from "#core/documents/statements/issued.ts";
import { addDays, addSeconds, DAY_SECONDS, epoch, type Month, monthOf, type Utc } from "#core/time.ts";

/** GitHub's own usage reports are final after two days. */
const SETTLED_DAYS = 2;
/** Records that stay incomplete for longer hold nothing up; the statement says that they are. */
const LATEST_DAYS = 7;
/** Whoever had no sync for longer has its older months reckoned, and not issued. */
const MOST_MONTHS = 13;
/** Runs may be started again so many days after they were created. */
const RERUN_DAYS = 31;

/**
 * Issues the statements of months that are over, each once: two days after its end when nothing is pending, else a
 * week after it and after the first sync. A month that the records do not know from its start on has none.
 *
 * @param options `settled`: nothing is pending
 * @returns the months, newest first
 */
export async function issueStatements(
  { store, clock }: { store: Store; clock: Clock },
  options: DocumentOptions & { settled: boolean },
): Promise<Month[]> {
  const { timezone } = options.config;
  const now = options.now ?? clock.now();
  const covered = (await store.readState())?.covered ?? null;
  if (covered === null) return [];
  const issued = await store.days("statements");
  const months = monthsBefore(localDay(now, timezone)).filter(
    (month) => covered.from <= startOf(month, timezone) && !issued.includes(month),
  );
  const since = months.length > 0 && !options.settled ? await firstSync(store, now) : "";
  const due = months.filter((month) => now >= dueAt(endOf(month, timezone), options.settled, since));
  const oldest = due.at(-1);
  if (oldest === undefined) return [];
  const days = Math.ceil((epoch(now) - epoch(startOf(oldest, timezone))) / DAY_SECONDS) + RERUN_DAYS;
  const { documents } = await buildDocuments({ store, clock }, { ...options, now }, "statements", {
    rows: [statements],
    days,
  });
  for (const month of due) {
    const made = documents.statements.statements.find((one) => one.month === month);
    if (made === undefined) continue;
    const complete = made.complete && options.settled;
    await store.merge("statements", month, [issuedStatement({ ...made, complete }, now)]);
  }
  return due;
}

/** Newest first. */
function monthsBefore(today: string): Month[] {
  const months: Month[] = [];
  for (let first = `${monthOf(today)}-01`; months.length < MOST_MONTHS; first = `${months.at(-1)}-01`)
    months.push(monthOf(addDays(first, -1)));
  return months;
}

function startOf(month: Month, zone: Zone): Utc {
  return startOfLocalDay(`${month}-01`, zone);
}

function endOf(month: Month, zone: Zone): Utc {
  return startOf(monthOf(addDays(`${month}-01`, 31)), zone);
}

function dueAt(end: Utc, settled: boolean, firstSync: Utc | ""): Utc {
  if (settled) return addSeconds(end, SETTLED_DAYS * DAY_SECONDS);
  return addSeconds(firstSync > end ? firstSync : end, LATEST_DAYS * DAY_SECONDS);
}

async function firstSync(store: Store, now: Utc): Promise<Utc> {
  const [month] = await store.days("journal");
  const [entry] = month === undefined ? [] : await store.read("journal", month);
  return entry?.started_at ?? now;
}
