import { readFileSync } from "node:fs";
import { join } from "node:path";
import { calcPrice } from "@pydantic/genai-prices";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ModelPrice } from "#core/config/prices.ts";
import { decimalUsd, NANO_PER_USD, split } from "#core/pricing/money.ts";
import { PRICE_TABLE } from "#core/pricing/price-table.ts";
import { tierOf } from "#core/pricing/tier.ts";
import { priceUsage, TOKEN_CLASSES } from "#core/pricing/tokens.ts";
import type { TokenUsage } from "#core/records/token-usage.ts";
import { aUsage } from "../../builders.ts";

const AT = "2026-11-01T00:00:00Z";
const MODELS = [
  "claude-sonnet-4-5",
  "claude-opus-4-6",
  "gemini-2.5-pro",
  "gpt-5.5",
  "gpt-5-mini",
  "claude-haiku-4-5",
];

/** Nothing cached, nothing reported. */
function aUsageRow(over: Partial<TokenUsage>): TokenUsage {
  const plain = { prompt: 10_000, completion: 1000, cache_read: 0, cache_write_5m: null };
  return aUsage({ ...plain, reported_cost_usd: null, ...over });
}

describe("the price of a row of usage", () => {
  it("is what the table itself calculates for a request, to the nano-dollar", () => {
    const count = fc.integer({ min: 0, max: 150_000 });
    const day = fc.date({ min: new Date("2026-01-01"), max: new Date("2026-11-20"), noInvalidDate: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...MODELS),
        fc.tuple(count, count, count, count, count, count),
        day,
        (model, [fresh, read, write5, write1h, answer, thought], when) => {
          const at = when.toISOString().replace(/\.\d+Z$/, "Z");
          const prompt = fresh + read + write5 + write1h;
          const row = aUsageRow({
            provider: null,
            model,
            tier: tierOf(model, prompt, at),
            prompt,
            completion: answer + thought,
            cache_read: read,
            cache_write_5m: write5,
            cache_write_1h: write1h,
            reasoning: thought,
          });
          const table = calcPrice(
            {
              input_tokens: prompt,
              cache_read_tokens: read,
              cache_write_tokens: write5 + write1h,
              cache_write_5m_tokens: write5,
              cache_write_1h_tokens: write1h,
              output_tokens: answer + thought,
              output_reasoning_tokens: thought,
            },
            model,
            { timestamp: new Date(at) },
          );
          const ours = priceUsage(row, at, []);
          expect(ours.basis).toBe("priced");
          // Each of the five parts is rounded to a whole nano-dollar.
          expect(
            Math.abs((ours.nano_usd ?? 0) - (table?.total_price ?? 0) * NANO_PER_USD),
          ).toBeLessThanOrEqual(3);
        },
      ),
    );
  });

  it("has parts that add up, whatever it rests on", () => {
    const count = fc.option(fc.integer({ min: 0, max: 1e9 }));
    const row = fc.record({
      model: fc.constantFrom("claude-sonnet-4-5", "no-such-model", null),
      tier: fc.constantFrom(null, "long", "fast"),
      prompt: count,
      completion: count,
      cache_read: count,
      cache_write_5m: count,
      cache_write_1h: count,
      reasoning: count,
      reported_cost_usd: fc.option(fc.double({ min: 0, max: 1000, noNaN: true })),
      reported_ai_credits: fc.option(fc.double({ min: 0, max: 1000, noNaN: true })),
    });
    fc.assert(
      fc.property(row, fc.boolean(), (usage, approximate) => {
        const { nano_usd, parts, basis } = priceUsage(aUsageRow(usage), AT, [], approximate);
        const total = TOKEN_CLASSES.reduce((sum, name) => sum + parts[name], 0);
        expect(total).toBe(nano_usd ?? 0);
        expect(nano_usd === null).toBe(basis === "unknown");
        for (const name of TOKEN_CLASSES) expect(Number.isSafeInteger(parts[name])).toBe(true);
      }),
    );
  });

  it("is the reported one where there is one, split as the list price would be", () => {
    const row = aUsageRow({ prompt: 1000, cache_read: 0, completion: 200, reported_cost_usd: 0.5 });
    const priced = priceUsage(row, AT, []);
    expect(priced).toMatchObject({ nano_usd: 500_000_000, basis: "reported" });
    // $3 and $15 per million: 3,000 to 3,000.
    expect(priced.parts).toMatchObject({ input: 250_000_000, output: 250_000_000, unsplit: 0 });
    const bare = aUsageRow({ model: null, prompt: null, completion: null, reported_cost_usd: 0.5 });
    expect(priceUsage(bare, AT, []).parts.unsplit).toBe(500_000_000);
  });

  it("turns AI credits into dollars as a basis of their own, and never premium requests", () => {
    const none = { prompt: null, completion: null, cache_read: null };
    const credits = priceUsage(aUsageRow({ ...none, reported_ai_credits: 12.5 }), AT, []);
    expect(credits).toMatchObject({ nano_usd: 125_000_000, basis: "ai_credits" });
    const premium = priceUsage(aUsageRow({ ...none, reported_premium_requests: 3 }), AT, []);
    expect(premium).toMatchObject({ nano_usd: null, basis: "unknown" });
  });

  it("does not tip a sum of standard requests over the threshold of one", () => {
    const many = { model: "gemini-2.5-pro", requests: 100, prompt: 10_000_000, cache_read: 0, completion: 0 };
    expect(priceUsage(aUsageRow(many), AT, []).nano_usd).toBe(12.5 * NANO_PER_USD);
    expect(priceUsage(aUsageRow({ ...many, tier: "long" }), AT, []).nano_usd).toBe(25 * NANO_PER_USD);
  });

  it("is unknown, never 0, for models and tiers without a price", () => {
    for (const over of [
      { model: "house-model-7" },
      { model: null },
      { tier: "fast" },
      { tier: "priority" },
      { model: "claude-opus-4-7-fast" },
    ])
      expect(priceUsage(aUsageRow({ prompt: 10, completion: 10, ...over }), AT, [])).toMatchObject({
        nano_usd: null,
        basis: "unknown",
      });
  });

  it("is nothing for no tokens, and unknown for tokens that are not told", () => {
    const cost = (over: Partial<TokenUsage>) => priceUsage(aUsageRow(over), AT, []).nano_usd;
    expect(cost({ model: "<synthetic>", prompt: 0, completion: 0 })).toBe(0);
    expect(cost({ prompt: null, completion: 0 })).toBeNull();
    expect(cost({ prompt: null, completion: null, cache_read: null })).toBeNull();
  });

  it("is unknown where nobody can have spent so much", () => {
    for (const over of [{ reported_cost_usd: 1e300 }, { reported_ai_credits: 1e12 }, { prompt: 1e12 }])
      expect(priceUsage(aUsageRow(over), AT, [])).toMatchObject({ nano_usd: null, basis: "unknown" });
  });

  it("is an estimate where something had to be assumed", () => {
    const basis = (over: Parameters<typeof aUsageRow>[0], approximate = false) =>
      priceUsage(aUsageRow({ prompt: 10, cache_read: 0, completion: 10, ...over }), AT, [], approximate)
        .basis;
    expect(basis({})).toBe("priced");
    expect(basis({}, true)).toBe("estimated");
    expect(basis({ completion: null })).toBe("estimated");
    expect(basis({ cache_read: null })).toBe("estimated");
    expect(basis({ cache_read: 11 })).toBe("estimated");
    expect(basis({ prompt: null, completion: null, total: 20 })).toBe("estimated");
    expect(basis({ provider: "my-gateway" })).toBe("estimated");
  });

  it("is yours where the configuration has one for the model, the tier and the day", () => {
    const overrides = [
      { model: "house-*", input: 1, output: 2, from: "2026-10-01", until: "2026-10-31" },
      { model: "house-*", provider: "openai", input: 10, output: 10, cache_read: 1 },
      { model: "*opus*", tier: "fast", input: 30, output: 150 },
    ].map((price) => ModelPrice.parse(price));
    const cost = (over: Parameters<typeof aUsageRow>[0], at: string) =>
      priceUsage(aUsageRow({ prompt: 1_000_000, cache_read: 0, completion: 0, ...over }), at, overrides)
        .nano_usd;
    expect(cost({ model: "house-7" }, "2026-10-31T23:59:59Z")).toBe(1 * NANO_PER_USD);
    expect(cost({ model: "house-7" }, "2026-11-01T00:00:00Z")).toBeNull();
    expect(cost({ model: "house-7", provider: "openai" }, AT)).toBe(10 * NANO_PER_USD);
    expect(cost({ model: "house-7", provider: "openai", cache_read: 1_000_000 }, AT)).toBe(1 * NANO_PER_USD);
    expect(cost({ model: "claude-opus-4-6", tier: "fast" }, AT)).toBe(30 * NANO_PER_USD);
    expect(cost({ model: "claude-opus-4-6" }, AT)).toBe(5 * NANO_PER_USD);
  });

  it("names the version of the table that is installed", () => {
    const manifest = join(import.meta.dirname, "../../../node_modules/@pydantic/genai-prices/package.json");
    expect(PRICE_TABLE).toBe(`genai-prices ${JSON.parse(readFileSync(manifest, "utf8")).version}`);
  });
});

describe("money", () => {
  it("is written exactly", () => {
    expect(decimalUsd(12_345_678_901)).toBe("12.345678901");
    expect(decimalUsd(5)).toBe("0.000000005");
    expect(decimalUsd(-1_500_000_000)).toBe("-1.500000000");
  });

  it("is split without losing a nano-dollar", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1 }),
        (amount, weights) => {
          const total = split(amount, weights).reduce((sum, part) => sum + part, 0);
          expect(total).toBe(weights.some((weight) => weight > 0) ? amount : 0);
        },
      ),
    );
  });
});
