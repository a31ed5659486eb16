import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseShard } from "#core/records/parse-shard.ts";

const PATH = join(
  import.meta.dirname,
  "../../fixtures/data-v4/octo-org/agent-fleet/executions/2026-11-20.json",
);
const older = readFileSync(PATH, "utf8");
const read = (text: string) => parseShard({ kind: "executions", shard: "2026-11-20", part: 1 }, text, PATH);

describe("executions of version 4", () => {
  it("say that nobody told the ids, sizes and contents that they do not have", () => {
    const { records, leftOut } = read(older);
    expect(leftOut).toEqual([]);
    const unknown = { request_id: null, input_bytes: null, output_bytes: null, memory_bytes: null };
    expect(records).toMatchObject([
      {
        ...{ agent_workflow: null, exceptions: [] },
        usage: [{ request_id: null, prompt: 12_000 }],
        steps: [{ ...unknown, context: null, content: null, prompt: 12_000 }],
        tools: [{ name: "Bash", input: null, output: null, output_bytes: 300 }],
      },
    ]);
  });

  it("keep damage for the schema to name", () => {
    expect(read(older.replace('"steps":[{', '"steps":[7,{'))).toMatchObject({ records: [], leftOut: [{}] });
  });
});
