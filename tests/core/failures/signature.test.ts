import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signatureOf } from "#core/failures/signature.ts";

const patternOf = (message: string) => signatureOf("unknown", message).pattern;

describe("a signature", () => {
  it("is sixteen hex digits of category and pattern", () => {
    const one = signatureOf("test_failure", "FAIL src/a.test.ts");
    expect(one.signature).toMatch(/^[0-9a-f]{16}$/);
    expect(signatureOf("test_failure", "FAIL src/a.test.ts")).toEqual(one);
    expect(signatureOf("build_failure", "FAIL src/a.test.ts").signature).not.toBe(one.signature);
  });

  it.each([
    ["Error: connect ECONNREFUSED 127.0.0.1:43817", "Error: connect ECONNREFUSED <ip>:<n>"],
    [
      "/home/runner/work/a/a/src/main.ts(12,34): error TS2345: Argument",
      "main.ts(<n>): error TS2345: Argument",
    ],
    ["D:\\a\\fleet\\src\\Main.cs(3,4): error CS0246: The type", "Main.cs(<n>): error CS0246: The type"],
    [
      "npm error 404 Not Found - GET https://registry.npmjs.org/x?write=true",
      "npm error 404 Not Found - GET https://registry.npmjs.org/x",
    ],
    ["HTTP 429: Too many requests, retry in 23.5s", "HTTP 429: Too many requests, retry in <n>s"],
    ["Process completed with exit code 137.", "Process completed with exit code 137."],
    ["make: *** [Makefile:23: all] Error 2", "make: *** [Makefile:<n>: all] Error 2"],
    ["open '/tmp/tmpab12cd9/x.json' failed", "open '<path>' failed"],
    ["/srv/a-0x0-b/10.0.0.1/2026-01-02/main.ts is missing", "main.ts is missing"],
    ["/srv/8d3c2b1a-1234-4abc-9def-1234567890ab/main.ts is missing", "main.ts is missing"],
    ["app:3f0c7b2d4a1e5c6f was not found at 2026-11-20T10:00:00.123Z", "app:<hash> was not found at <time>"],
    [
      "request 8d3c2b1a-1234-4abc-9def-1234567890ab at 0x7ffee4 took 1m 23s",
      "request <id> at <address> took <n>m <n>s",
    ],
    ["org.foo:bar:jar:1.2.3-SNAPSHOT is missing", "org.foo:bar:jar:<version> is missing"],
    ["FAIL a.test.js (5.02 s)", "FAIL a.test.js"],
    ["ORA-00942, CVE-2026-1234, UTF-8, x86_64, sha256", "ORA-00942, CVE-2026-1234, UTF-8, x86_64, sha256"],
    ["octo-org/fleet and/or @types/node", "octo-org/fleet and/or @types/node"],
    ["token [redacted:github_token] was refused", "token [redacted:github_token] was refused"],
  ])("reads %j as %j", (message, pattern) => {
    expect(patternOf(message)).toBe(pattern);
  });

  it("tells what is said apart", () => {
    const messages = [
      "error TS2345: Argument of type",
      "error TS2322: Argument of type",
      "npm error code E404",
      "npm error code E403",
      "exit code 1",
      "exit code 137",
      "HTTP 401",
      "HTTP 429",
      "FAIL src/a.test.ts",
      "FAIL src/b.test.ts",
      "Cannot find module 'left-pad'",
      "Cannot find module 'right-pad'",
    ];
    expect(new Set(messages.map((message) => signatureOf("unknown", message).signature)).size).toBe(
      messages.length,
    );
  });
});

const templates: readonly ((noise: Noise) => string)[] = [
  ({ number, folder }) => `${folder}/src/main.ts:${number}:${number + 1} - error TS2345: Argument of type`,
  ({ number, hash }) => `image ${hash} has ${number} layers`,
  ({ uuid, address }) => `request ${uuid} crashed at ${address}`,
  ({ number, port }) => `connect ECONNREFUSED 10.0.${number % 256}.4:${port} after ${number}ms`,
  ({ time, number }) => `${time} expected ${number} to equal ${number + 3}`,
  ({ version, hash }) => `resolution-failed: pkg ${version} (commit ${hash})`,
  ({ folder, number }) => `ENOSPC: no space left, write '${folder}/out/main.js', ${number} bytes`,
];
type Noise = Record<"folder" | "hash" | "uuid" | "address" | "time" | "version", string> &
  Record<"number" | "port", number>;

const noise: fc.Arbitrary<Noise> = fc.record({
  number: fc.integer({ min: 0, max: 9_999_999 }),
  port: fc.integer({ min: 1024, max: 65_535 }),
  folder: fc
    .array(fc.stringMatching(/^[a-z][a-z0-9_-]{1,9}$/), { minLength: 1, maxLength: 4 })
    .map((parts) => `/home/${parts.join("/")}`),
  hash: fc
    .stringMatching(/^[0-9a-f]{12}$|^[0-9a-f]{40}$/)
    .filter((text) => /\d/.test(text) && /[a-f]/.test(text)),
  uuid: fc.uuid(),
  address: fc.integer({ min: 4096, max: 2 ** 40 }).map((value) => `0x${value.toString(16)}`),
  time: fc
    .date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString()),
  version: fc.tuple(fc.nat(30), fc.nat(30), fc.nat(300)).map((parts) => parts.join(".")),
});

describe("noise", () => {
  it.each(templates.map((template, index) => [index, template] as const))(
    "changes no signature (%i)",
    (_, template) => {
      fc.assert(
        fc.property(noise, noise, (one, other) => {
          expect(patternOf(template(one))).toBe(patternOf(template(other)));
        }),
      );
    },
  );

  it("is gone after one pass, and patterns stay short, whatever the message", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3000, unit: "grapheme" }), (message) => {
        const { pattern } = signatureOf("unknown", message);
        expect(pattern.length).toBeLessThanOrEqual(500);
      }),
    );
  });
});
