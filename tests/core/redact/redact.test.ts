import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { looksRandom } from "#core/redact/randomness.ts";
import { redact } from "#core/redact/redact.ts";

const clean = (text: string, options = {}) => redact(text, options).text;

const { privateKey, publicKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});
const keyLines = privateKey.trimEnd().split("\n");
const body = keyLines.slice(1, -1);
const stamped = (lines: readonly string[]) =>
  lines.map((line) => `2026-11-20T10:00:00.1234567Z ${line}`).join("\n");

describe("redaction", () => {
  it("says what it took out, where, and how often", () => {
    const token = `ghp_${"aB3dE6gH9jK2".repeat(3)}`;
    expect(redact(`one ${token} two ${token}\nnothing here\nmail jane.doe@example.org`)).toEqual({
      text: "one [redacted:github_token] two [redacted:github_token]\nnothing here\nmail [redacted:email]",
      counts: { github_token: 2, email: 1 },
    });
  });

  it("finds nothing more in what it has redacted", () => {
    const once = clean(
      `password=aB3dE6gH9jK2xY Authorization: Bearer ${"aB3dE6gH9jK2".repeat(3)} a.b@example.org`,
    );
    expect(redact(once)).toEqual({ text: once, counts: {} });
  });

  it.each([
    "HEAD is now at 3f0c7b2d4a1e5c6f7a8b9c0d1e2f3a4b5c6d7e8f Fix the build",
    "Digest: sha256:4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945",
    "  integrity sha512-oWZDOkq0vpmZ6jdPU5tsaGDRvFgzFbWcfDCFWYbKhiSRdkOs4oO4kvpEqrtBZsCLDYhNGC6mBKBvMgUbnqEbXQ==",
    "Cache hit: node-Linux-3f0c7b2d4a1e5c6f7a8b9c0d1e2f3a4b5c6d7e8f3f0c7b2d4a1e5c6f7a8b9c0d",
    "token: 8d3c2b1a-1234-4abc-9def-1234567890ab",
    "secret: sha256:4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945",
    "run 19012345678, attempt 2, check 55123456789",
    "System.Web, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
    "token: ***",
    "AUTHORIZATION: basic ***",
    "https://x-access-token:***@github.com/octo-org/fleet",
    "password: $" + "{{ secrets.DB_PASSWORD }}",
    "SECRET=$DEPLOY_SECRET PASSWORD=$" + "{DB_PASSWORD} TOKEN=$(cat token.txt)",
    "Secret Source: Actions",
    "SyntaxError: Unexpected token 'export'",
    "token = await getAccessToken(options)",
    "max_tokens: 200000, prompt_tokens=12345678",
    "Authorization: Bearer authentication failed",
    "fetching task-sk-learn-model-training-pipeline",
    "git clone git@github.com:octo-org/fleet.git",
    "+ @types/node@24.19.2, left-pad@1.0.0-rc.next",
    "Started user@1000.service, wrote icon@2x.png",
    "actions/checkout@v4 12:34:56 std::vector 10.0.0.4 4111 1111 1111 1111 +49 30 1234567",
  ])("leaves alone what is no secret: %s", (line) => {
    expect(redact(line)).toEqual({ text: line, counts: {} });
  });

  it("takes cards, telephone numbers and addresses of machines only when asked to", () => {
    const text = "card 4111 1111 1111 1111 phone +49 30 1234567 from 203.0.113.7 and 2001:db8::8a2e:370:7334";
    expect(redact(text).counts).toEqual({});
    expect(redact(text, { card: true, phone: true, ip: true })).toEqual({
      text: "card [redacted:card] phone [redacted:phone] from [redacted:ip] and [redacted:ip]",
      counts: { card: 1, phone: 1, ip: 2 },
    });
  });

  it("wants the check digit of a card, and knows times and versions from addresses", () => {
    const text = "4111 1111 1111 1112 at 12:34:56 with v1.2.3.4 and 300.1.1.1";
    expect(redact(text, { card: true, ip: true })).toEqual({ text, counts: {} });
  });

  it("leaves e-mail when asked to", () => {
    expect(clean("jane@example.org", { email: false })).toBe("jane@example.org");
  });
});

describe("private keys", () => {
  it("go line by line, whatever stands in front, and keep the number of lines", () => {
    const { text, counts } = redact(`before\n${stamped(keyLines)}\nafter it all`);
    expect(body.filter((line) => text.includes(line))).toEqual([]);
    expect(text.split("\n").length).toBe(keyLines.length + 2);
    expect([text.startsWith("before\n"), text.endsWith("\nafter it all")]).toEqual([true, true]);
    expect(counts).toEqual({ private_key: 1 });
  });

  it("go from an excerpt that begins and ends within one", () => {
    const { text } = redact(stamped(body.slice(3, 9)));
    expect(body.filter((line) => text.includes(line))).toEqual([]);
  });

  it("go from single lines", () => {
    expect(body.slice(0, -1).filter((line) => clean(line) === line)).toEqual([]);
  });

  it("go from JSON, where they stand on one line", () => {
    const json = JSON.stringify({ type: "service_account", private_key: privateKey, project_id: "p" });
    expect(clean(json)).toBe(
      '{"type":"service_account","private_key":"[redacted:private_key]\\n","project_id":"p"}',
    );
  });

  it("do not take the log with them when they break off", () => {
    const text = `${keyLines[0]}\n${body[0]}\nnpm error code E404\nnpm error 404 Not Found`;
    expect(clean(text).split("\n").slice(2)).toEqual(["npm error code E404", "npm error 404 Not Found"]);
  });

  it("are not public ones", () => {
    expect(clean(publicKey)).toBe(publicKey);
    expect(clean(publicKey.replaceAll("PUBLIC KEY", "CERTIFICATE"))).toBe(
      publicKey.replaceAll("PUBLIC KEY", "CERTIFICATE"),
    );
  });
});

describe("randomness", () => {
  it.each(["kJ8sLq2ZxW9v", "3f0c7b2d4a1e5c6f", "JBSWY3DPEHPK3PXP", "qzxwvkjhgpfb", "S3!kd9#Lw@x2"])(
    "is seen in %s",
    (text) => {
      expect(looksRandom(text)).toBe(true);
    },
  );

  it.each([
    "ubuntu-22.04-x64",
    "getAccessTokenSilently",
    "authentication_provider",
    "my-app-tls-certificate",
    "x86_64",
  ])("is not seen in %s", (text) => {
    expect(looksRandom(text)).toBe(false);
  });
});
