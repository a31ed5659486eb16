import { describe, expect, it } from "vitest";
import { nextPage } from "#io/github/link.ts";
import { judge } from "#io/github/retry.ts";

describe("a failed answer", () => {
  it.each([
    [
      "Retry-After wins",
      429,
      { "retry-after": "7", "x-ratelimit-remaining": "0" },
      "",
      { act: "wait", seconds: 7 },
    ],
    ["no wait is shorter than none", 429, { "retry-after": "-7" }, "", { act: "wait", seconds: 0 }],
    ["on 403 too", 403, { "retry-after": "7" }, "", { act: "wait", seconds: 7 }],
    [
      "no request left",
      403,
      { "x-ratelimit-remaining": "0" },
      "API rate limit exceeded",
      { act: "give-up", failure: "stopped" },
    ],
    [
      "a secondary limit without a time",
      403,
      {},
      "You have exceeded a secondary rate limit",
      { act: "wait", seconds: 60 },
    ],
    ["a 429 without a time", 429, {}, "slow down", { act: "wait", seconds: 60 }],
    [
      "a missing permission",
      403,
      { "x-accepted-github-permissions": "actions=read" },
      "Resource not accessible",
      { act: "give-up", failure: "forbidden", message: expect.stringContaining("actions=read") },
    ],
    ["a server in trouble", 502, {}, "", { act: "again" }],
    ["an invalid token", 401, {}, "Bad credentials", { act: "give-up", failure: "unauthorized" }],
    ["what is gone", 410, {}, "", { act: "give-up", failure: "not_found" }],
    ["what never was", 404, {}, "", { act: "give-up", failure: "not_found" }],
    ["what nobody expects", 418, {}, "", { act: "give-up", failure: "failed" }],
  ])("%s", (_, status, headers, message, expected) => {
    expect(judge({ status, headers, message })).toMatchObject(expected);
  });
});

describe("the next page", () => {
  const API = "https://api.github.com";

  it("is where the header says", () => {
    const last = `<${API}/repositories/1/actions/runs?page=9>; rel="last"`;
    const next = `<${API}/repositories/1/actions/runs?page=2>; rel="next"`;
    expect(nextPage(`${last}, ${next}`, API)).toBe(`${API}/repositories/1/actions/runs?page=2`);
    expect(nextPage(last, API)).toBeNull();
    expect(nextPage(undefined, API)).toBeNull();
  });

  it("never leads the token to another origin", () => {
    expect(() => nextPage('<https://evil.example/page>; rel="next"', API)).toThrow("https://api.github.com");
  });
});
