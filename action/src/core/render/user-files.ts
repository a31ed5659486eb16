import type { Documents } from "#core/documents/documents.ts";
import { type ApiFile, inEveryPeriod, table, withPeriod } from "#core/render/api-file.ts";
import type { JsonFile } from "#core/render/api-json.ts";
import { EVENT_COLUMNS, METRIC_COLUMNS, USER_COLUMNS, userRows } from "#core/render/user-tables.ts";

/** Who used agents, and what users themselves measured and told. */
export function* userFiles({ users, metrics, events }: Documents, json: JsonFile): Iterable<ApiFile> {
  const rows = inEveryPeriod((period) => userRows(users[period]));
  yield json("users.json", "users", "The Users page, every period", users, rows.length);
  yield table("users.csv", "People, apps and teams as a table", withPeriod(USER_COLUMNS), rows);
  const measured = inEveryPeriod((period) => metrics[period].metrics);
  yield json("metrics.json", "metrics", "The users' own metrics, every period", metrics, measured.length);
  yield table("metrics.csv", "The same as a table", withPeriod(METRIC_COLUMNS), measured);
  const { length } = events.events;
  yield json("events.json", "events", "The users' own events of the last 90 days", events, length);
  yield table("events.csv", "The same as a table", EVENT_COLUMNS, events.events);
}
