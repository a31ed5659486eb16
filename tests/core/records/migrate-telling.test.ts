import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseShard } from "#core/records/parse-shard.ts";

const PATH = join(
  import.meta.dirname,
  "../../fixtures/data-v2/octo-org/agent-fleet/executions/2026-11-20.json",
);
const older = readFileSync(PATH, "utf8");
const read = (text: string) => parseShard({ kind: "executions", shard: "2026-11-20", part: 1 }, text, PATH);

describe("executions of version 2", () => {
  it("get what usage and metrics say since, and `deny` is `block`", () => {
    const { records, leftOut } = read(older);
    expect(leftOut).toEqual([]);
    expect(records).toMatchObject([
      {
        usage: [{ component: null, fee: null, prompt: 12_000 }],
        metrics: [{ name: "depth", labels: {}, buckets: null }],
        decisions: [{ result: "allow" }, { result: "block" }, { result: "modify" }],
      },
    ]);
  });

  it("keep damage for the schema to name", () => {
    const damaged = older
      .replace('"metrics":[{', '"metrics":[null,{')
      .replace('"decisions":[', '"decisions":[7,');
    expect(read(damaged)).toMatchObject({ records: [], leftOut: [{}] });
  });
});
