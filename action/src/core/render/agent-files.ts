import type { Documents } from "#core/documents/documents.ts";
import { EXECUTION_COLUMNS, SESSION_COLUMNS } from "#core/render/agent-tables.ts";
import { type ApiFile, inEveryPeriod, table, withPeriod } from "#core/render/api-file.ts";
import type { JsonFile } from "#core/render/api-json.ts";
import { AGENTS } from "#core/render/columns/agents.ts";
import { filed } from "#core/render/columns/column.ts";

/** What agents did. */
export function* agentFiles(
  { work: { executions, agents, sessions } }: Documents,
  json: JsonFile,
): Iterable<ApiFile> {
  const { rows } = executions;
  yield json("executions.json", "executions", "The newest executions of agents", executions, rows.length);
  yield table("executions.csv", "The same as a table", EXECUTION_COLUMNS, rows);
  const agentRows = inEveryPeriod((period) => agents.periods[period].agents);
  yield json("agents.json", "agents", "The Agents pages, every period", agents.periods, agentRows.length);
  yield table("agents.csv", "The same as a table", withPeriod(filed(AGENTS)), agentRows);
  const { list } = sessions;
  yield json("sessions.json", "sessions", "The Sessions page", list, list.sessions.length);
  yield table("sessions.csv", "The same as a table", SESSION_COLUMNS, list.sessions);
}
