import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bounded } from "#core/redact/bounded.ts";
import { redact, redactWithin } from "#core/redact/redact.ts";

const TOKEN = `ghp_${"aB3dE6gH9jK2".repeat(3)}`;

describe("a redacted text within its bound", () => {
  it("is no longer than the bound although a replacement is longer than what it stands for", () => {
    const text = "a@b.co ".repeat(80).slice(0, 500);
    expect(redact(text).text.length).toBeGreaterThan(500);
    expect(redactWithin(text, 500).text.length).toBeLessThanOrEqual(500);
  });

  it("keeps a replacement whole or leaves it out", () => {
    const text = redact(`first ${TOKEN} then`).text;
    expect(text).toBe("first [redacted:github_token] then");
    for (let most = 0; most <= text.length; most++)
      expect(["first [redacted:github_token] then", "first "]).toContain(
        bounded(text, most).length < 6
          ? "first "
          : bounded(text, most).replace(/\](?: t?h?e?n?)?$/, "] then"),
      );
  });

  it("leaves brackets of others alone, and never half a character", () => {
    expect(bounded("see [redacted: x] there", 12)).toBe("see [redacte");
    expect(bounded("ab🤖", 3)).toBe("ab");
    expect(bounded("🤖", 0)).toBe("");
  });

  it("holds for any text and any bound", () => {
    const piece = fc.oneof(
      fc.constantFrom(TOKEN, "a@b.co", "[redacted:email]", "[redacted:", "🤖", "\n", "password=", " "),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(80), (pieces, most) => {
        const { text } = redactWithin(pieces.join(""), most);
        expect(text.length).toBeLessThanOrEqual(most);
        expect(text).not.toMatch(/[\uD800-\uDBFF]$/);
        expect(redact(pieces.join("")).text.startsWith(text)).toBe(true);
        expect(redactWithin(text, most).text).toBe(text);
      }),
    );
  });
});
