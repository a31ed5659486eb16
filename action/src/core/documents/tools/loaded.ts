import * as z from "zod";
import { raise } from "#core/counts.ts";
import type { Execution } from "#core/records/execution.ts";
import { splitToolName } from "#core/telemetry/tool-name.ts";

/** A tool that was offered to agents and that none of them called. */
export const UnusedTool = z.strictObject({
  name: z.string(),
  /** The MCP server; null: not one, or not told. */
  server: z.string().nullable(),
  /** Executions that it was offered in. */
  loaded: z.number().int(),
});
export type UnusedTool = z.infer<typeof UnusedTool>;

/** Compares what executions were offered with what they called. */
export function loadedFold() {
  const offered = new Map<string, number>();
  const called = new Set<string>();
  let telling = 0;
  return {
    add(execution: Execution) {
      // A tool is known by its bare name: some sources put the server before it and some do not.
      for (const { name } of execution.tools) called.add(splitToolName(name).name);
      if (execution.tools_loaded === null) return;
      telling += 1;
      for (const name of execution.tools_loaded) raise(offered, name);
    },
    /** `telling`: executions that say what they were offered. Most often offered first. */
    finish(): { telling: number; unused: UnusedTool[] } {
      const unused = [...offered].flatMap(([full, loaded]): UnusedTool[] => {
        const { name, server } = splitToolName(full);
        return called.has(name) || called.has(full) ? [] : [{ name, server, loaded }];
      });
      unused.sort((a, b) => b.loaded - a.loaded || (a.name < b.name ? -1 : 1));
      return { telling, unused };
    },
  };
}
