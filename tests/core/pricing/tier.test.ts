import { describe, expect, it } from "vitest";
import { lookUp, tierOf } from "#core/pricing/tier.ts";

const AT = "2026-11-01T00:00:00Z";

/** What telemetry calls a model, and under which name the table prices it. */
const NAMES: [provider: string | null, model: string, seller: string, priced: string, substitute: boolean][] =
  [
    ["anthropic", "claude-sonnet-4-5-20250929", "anthropic", "claude-sonnet-4-5", false],
    [null, "claude-sonnet-4-5", "anthropic", "claude-sonnet-4-5", false],
    [null, "anthropic/claude-sonnet-4-5", "anthropic", "claude-sonnet-4-5", false],
    [null, "openai:gpt-5", "openai", "gpt-5", false],
    [null, "Claude-Sonnet-4-5[1m]", "anthropic", "claude-sonnet-4-5", false],
    [null, "models/gemini-2.5-pro", "google", "gemini-2.5-pro", false],
    ["gcp.vertex_ai", "claude-sonnet-4-5@20250929", "google", "claude-sonnet-4-5", false],
    [
      "aws.bedrock",
      "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
      "aws",
      "regional.anthropic.claude-sonnet-4-5-20250929-v1:0",
      false,
    ],
    [
      null,
      "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
      "aws",
      "regional.anthropic.claude-sonnet-4-5-20250929-v1:0",
      false,
    ],
    [
      null,
      "bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0",
      "aws",
      "regional.anthropic.claude-sonnet-4-5-20250929-v1:0",
      false,
    ],
    ["openrouter", "anthropic/claude-sonnet-4.5", "openrouter", "anthropic/claude-sonnet-4.5", false],
    [null, "openrouter/anthropic/claude-sonnet-4.5", "openrouter", "anthropic/claude-sonnet-4.5", false],
    ["github", "claude-sonnet-5", "github-copilot", "claude-sonnet-5", false],
    // Not in Copilot's list: its maker's price, said to be another's.
    ["github", "claude-opus-4-5", "anthropic", "claude-opus-4-5", true],
    ["my-gateway", "claude-sonnet-4-5", "anthropic", "claude-sonnet-4-5", true],
  ];

describe("a model's name", () => {
  it.each(NAMES)("%s %s is priced as %s %s", (provider, model, seller, priced, substitute) => {
    const found = lookUp(provider, model, AT);
    expect(found?.price).toMatchObject({ provider: seller, model: priced });
    expect(found?.substitute).toBe(substitute);
  });

  it.each([
    "claude-opus-4-7-fast",
    "anthropic/claude-opus-4-6-fast",
    "auto",
    "<synthetic>",
    "",
    "///",
    "a:b:c",
  ])("has no price when it is %s", (model) => {
    expect(lookUp(null, model, AT)).toBeNull();
  });

  it("prices a fast model that the table lists as such", () => {
    expect(lookUp("github", "claude-opus-4.8-fast", AT)?.price.model).toBe("claude-opus-4.8-fast");
    expect(lookUp(null, "grok-4-fast", AT)?.price.model).toContain("fast");
  });
});

describe("the tier of a request", () => {
  it("is long only above the model's own threshold", () => {
    expect(tierOf("gemini-2.5-pro", 200_000, AT)).toBeNull();
    expect(tierOf("gemini-2.5-pro", 200_001, AT)).toBe("long");
    expect(tierOf("gpt-5.5", 271_999, AT)).toBeNull();
    expect(tierOf("openai/gpt-5.5", 272_000, AT)).toBe("long");
    expect(tierOf("gpt-5", 900_000, AT)).toBeNull();
  });

  it("follows the day: Opus 4.6 lost its threshold on 2026-03-13", () => {
    expect(tierOf("claude-opus-4-6", 300_000, "2026-03-12T23:00:00Z")).toBe("long");
    expect(tierOf("claude-opus-4-6", 300_000, "2026-03-13T01:00:00Z")).toBeNull();
  });

  it("is standard for what is not known", () => {
    expect(tierOf(null, 900_000, AT)).toBeNull();
    expect(tierOf("gemini-2.5-pro", null, AT)).toBeNull();
    expect(tierOf("no-such-model", 900_000, AT)).toBeNull();
  });
});
