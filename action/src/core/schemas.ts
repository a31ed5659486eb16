import * as z from "zod";
import { Config } from "#core/config.ts";
import { GuardTable } from "#core/guard/guard-table.ts";
import { AgentEvent } from "#core/records/event.ts";
import { Forgotten } from "#core/records/forgotten.ts";
import { KIND_NAMES, KINDS } from "#core/records/kinds.ts";
import { Repository } from "#core/records/repository.ts";
import { shardSchema } from "#core/records/shard.ts";
import { State } from "#core/records/state.ts";

/** A JSON Schema that we publish as `<name>.schema.json`. */
export type Published = { name: string; title: string; schema: z.ZodType };

/** What users, editors and other tools may hold on to. */
export const PUBLISHED: readonly Published[] = [
  ...KIND_NAMES.map((name) => ({
    name,
    title: `${name}/<${KINDS[name].shard}>.json: ${KINDS[name].about}`,
    schema: shardSchema(name),
  })),
  { name: "agent-event", title: "One event as `agentops emit` writes it", schema: AgentEvent },
  { name: "state", title: "state.json: where the next sync goes on", schema: State },
  { name: "forgotten", title: "forgotten.json: what was removed on request", schema: Forgotten },
  { name: "repository", title: "repository.json: the repository and its workflows", schema: Repository },
  { name: "guard", title: "guard.json: what the guard decides by", schema: GuardTable },
  { name: "config", title: ".github/agentops.yml: the configuration", schema: Config },
];

/** Draft 2020-12, as one who writes the data needs it: what has a default may be left out. */
export function jsonSchema({ name, title, schema }: Published): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io: "input" });
  return { $schema, $id: `${name}.schema.json`, title, ...rest };
}
