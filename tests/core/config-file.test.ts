import { describe, expect, it } from "vitest";
import { parseConfig } from "#core/config-file.ts";
import { UserError } from "#core/errors.ts";

const FILE = ".github/agentops.yml";

function complaint(text: string): string {
  try {
    parseConfig(text, FILE);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return "";
}

describe("the configuration file", () => {
  it("may be empty, and then means the defaults", () => {
    expect(parseConfig("", FILE)).toMatchObject({
      agents: [],
      analysis: { downloads: 25, megabytes: 200, annotations: true, "reread-every": 10 },
      "comment-on": [],
      privacy: { excerpts: "stored", redact: [] },
      retention: { "detail-days": 400 },
    });
    expect(parseConfig("# nothing but a comment\n", FILE)).toEqual(parseConfig("", FILE));
  });

  it("keeps what it says", () => {
    const config = parseConfig(
      "agents:\n  - name: Fixer\n    branch: fixer/*\nprivacy:\n  publish: public\n",
      FILE,
    );
    expect(config.agents).toEqual([{ name: "Fixer", branch: "fixer/*" }]);
    expect(config.privacy.publish).toBe("public");
  });

  it.each([
    [
      "a typo in a key",
      "retension:\n  detail-days: 3\n",
      `${FILE}:1: retension: unknown key (did you mean "retention"?)`,
    ],
    [
      "a typo deep inside, at its own line",
      "agents:\n  - name: a\n    actor: x\n  - name: b\n    actor: y\n    brnach: z\n",
      `${FILE}:6: agents[1].brnach: unknown key (did you mean "branch"?)`,
    ],
    ["a key like none", "zebra: 1\n", `${FILE}:1: zebra: unknown key`],
    [
      "a wrong word",
      "privacy:\n  publish: pubic\n",
      `${FILE}:2: privacy.publish: must be one of artifact, redacted, public (did you mean "public"?)`,
    ],
    [
      "a wrong type",
      "retention:\n  detail-days: soon\n",
      `${FILE}:2: retention.detail-days: expected number, received string`,
    ],
    ["a list where keys belong", "- a\n", `${FILE}:1: the file: expected object, received array`],
  ])("says where and why, for %s", (_, text, message) => {
    expect(complaint(text)).toBe(message);
  });

  it("says everything that is wrong at once", () => {
    expect(complaint("zebra: 1\nprivacy:\n  publish: never\n").split("\n")).toHaveLength(2);
  });

  it("names the line of broken YAML and of a key that stands there twice", () => {
    expect(complaint("agents: [\nprivacy: {}\n")).toMatch(/^\.github\/agentops\.yml:\d: not valid YAML: /);
    expect(complaint("privacy: {}\nprivacy: {}\n")).toContain(`${FILE}:2: not valid YAML`);
  });

  it("refuses aliases that multiply without end", () => {
    const bomb = ["a: &a [x,x,x,x,x,x,x,x,x,x]"];
    for (const [to, from] of ["ba", "cb", "dc", "ed", "fe"])
      bomb.push(`${to}: &${to} [${Array(10).fill(`*${from}`).join(",")}]`);
    expect(complaint(bomb.join("\n"))).toContain(FILE);
  });
});
