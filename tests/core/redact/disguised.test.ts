import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redact } from "#core/redact/redact.ts";
import { seeded } from "#simulator/history/random.ts";

const random = seeded(8);
const draw = (length: number) =>
  Array.from({ length }, () =>
    random.pick([..."abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"]),
  ).join("");
const clean = (text: string) => redact(text).text;
const base64 = (text: string) => Buffer.from(text).toString("base64");
const wrapped = (text: string) => base64(text).replaceAll(/.{76}/g, "$&\n");
const indented = (text: string, by = "      ") => text.replaceAll(/^/gm, by);

const TOKEN = `ghp_${draw(36)}`;
const BODY = draw(95);
const ANTHROPIC = `sk-ant-api03-${BODY}`;
const PASSWORD = draw(18);
const PEM = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({
  type: "pkcs8",
  format: "pem",
});
const PEM_LINES = String(PEM).trimEnd().split("\n");
const NETRC = `machine github.com\n  login deploy\n  password ${PASSWORD}\n`;
const KUBECONFIG = `users:\n- name: admin\n  user:\n    client-certificate-data: ${base64("-----BEGIN CERTIFICATE-----\nMIIB")}\n    client-key-data: ${base64(String(PEM))}\n    token: ${draw(40)}\n`;

describe("secrets in files of credentials", () => {
  it("go from .netrc, on one line and on its own, whoever made the password up", () => {
    expect(clean(NETRC)).toBe("machine github.com\n  login deploy\n  password [redacted:netrc]\n");
    expect(clean(`machine a.example login deploy password correcthorse`)).toBe(
      "machine a.example login deploy password [redacted:netrc]",
    );
    for (const line of ["  password required", "password authentication failed", "enter password now"])
      expect(clean(line)).toBe(line);
  });

  it("go from every cookie of a header", () => {
    const [one, two] = [draw(24), draw(32)];
    expect(clean(`> Cookie: theme=dark; sid=${one}; __Host-auth=${two}; lang=en`)).toBe(
      "> Cookie: theme=dark; sid=[redacted:cookie]; __Host-auth=[redacted:cookie]; lang=en",
    );
    const array = `"set-cookie": ["a=${one}; Path=/; HttpOnly", "b=${two}; Expires=Wed, 21 Oct 2026 07:28:00 GMT"]`;
    for (const secret of [one, two]) expect(clean(array)).not.toContain(secret);
  });

  it("go from kubeconfig: the client's key, certificate and token", () => {
    const text = clean(KUBECONFIG);
    for (const line of KUBECONFIG.split("\n").slice(3, 6))
      expect(text).not.toContain(line.split(": ")[1]?.slice(0, 20) ?? "?");
    expect(text).toContain("client-certificate-data: [redacted:kubeconfig]");
  });
});

describe("secrets in disguise", () => {
  it("go from Base64 on one line, whatever holds them", () => {
    for (const secret of [TOKEN, `token=${TOKEN}`, NETRC, KUBECONFIG, String(PEM), base64(TOKEN)])
      expect(clean(`using ${base64(secret)} here`)).toMatch(/^using \[redacted:\w+\] here$/);
  });

  it("go from Base64 that goes on over lines, with a time in front too", () => {
    const lines = wrapped(KUBECONFIG).trimEnd().split("\n");
    const stamped = lines.map((line) => `2026-11-20T10:00:00.1234567Z ${line}`).join("\n");
    for (const text of [lines.join("\n"), stamped]) {
      const left = clean(text);
      expect(lines.filter((line) => left.includes(line))).toEqual([]);
      expect(left.split("\n")).toHaveLength(lines.length);
    }
  });

  it("are not texts, bytes and digests that only look encoded", () => {
    for (const text of [
      base64("All went well and nothing in here is a secret of anybody's."),
      `integrity sha512-${base64(draw(64).slice(0, 64))}`,
      base64(`mail jane.doe@example.org for more, please and thank you`),
      "/usr/local/lib/node_modules/npm/node_modules/cacache/lib/content/read",
    ])
      expect(clean(text)).toBe(text);
  });

  it("go from addresses in percent codes, once and twice encoded", () => {
    const all = (text: string) =>
      [...text].map((sign) => (/\w/.test(sign) ? sign : `%${sign.charCodeAt(0).toString(16)}`)).join("");
    const key = all(ANTHROPIC);
    expect(key).toContain("sk%2dant");
    const url = `postgres://u:${PASSWORD}@db.example/app`;
    for (const encoded of [key, key.toUpperCase() && key.replaceAll("%2d", "%252D")])
      expect(clean(`GET /?k=${encoded}&page=2`)).toBe("GET /?k=[redacted:anthropic_key]&page=2");
    expect(clean(`?to=${all(url)}`)).not.toContain(PASSWORD);
    expect(clean(`?to=${encodeURIComponent(url)}`)).toBe(
      "?to=postgres%3A%2F%2Fu%3A[redacted:url_password]%40db.example%2Fapp",
    );
    expect(clean(`postgres:\\/\\/u:${PASSWORD}@db.example`)).not.toContain(PASSWORD);
  });

  it.each([
    ["colours", "\u001b[1m"],
    ["a zero-width space", "\u200b"],
    ["a soft hyphen", "\u00ad"],
    ["a tag character", "\u{e0041}"],
  ])("go when %s split them, and the rest keeps its own", (_, split) => {
    const secret = `${TOKEN.slice(0, 9)}${split}${TOKEN.slice(9, 20)}${split}${TOKEN.slice(20)}`;
    expect(clean(`a${split}b ${secret} c${split}d`)).toBe(`a${split}b [redacted:github_token] c${split}d`);
    const long = `${ANTHROPIC.slice(0, 60)}${split}${ANTHROPIC.slice(60)}`;
    expect(clean(long)).toBe("[redacted:anthropic_key]");
  });

  it("go when a colour is all that stands between them and a word", () => {
    expect(clean(`key\u001b[36m${TOKEN}\u001b[0mend`)).toBe(
      "key\u001b[36m[redacted:github_token]\u001b[0mend",
    );
  });

  it("go from keys that are indented, wherever the excerpt begins and ends", () => {
    const lines = indented(PEM_LINES.join("\n")).split("\n");
    for (const [from, to] of [
      [0, lines.length],
      [3, 12],
      [5, lines.length],
    ] as const) {
      const text = clean(lines.slice(from, to).join("\n"));
      expect(PEM_LINES.slice(1, -1).filter((line) => text.includes(line))).toEqual([]);
    }
    expect(clean(encodeURIComponent(String(PEM)))).not.toContain(PEM_LINES[4]);
  });

  it("go from keys without the lines around them", () => {
    expect(clean(`KEY=${PEM_LINES.slice(1, -1).join("")}`)).toContain("[redacted:");
    expect(clean(`KEY=${PEM_LINES.slice(1, -1).join("")}`)).not.toContain(PEM_LINES[4]);
  });
});

describe("an address that hides its owner already", () => {
  it.each(["1234+jane@users.noreply.github.com", "jane@users.noreply.github.com", "noreply@example.org"])(
    "stays: %s",
    (address) => {
      expect(redact(`Co-authored-by: Jane <${address}>`)).toMatchObject({ counts: {} });
    },
  );
});

it("redacts twice as it redacts once, whatever comes in", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      TOKEN,
      ANTHROPIC,
      `password=${PASSWORD}`,
      NETRC,
      base64(NETRC),
      PEM_LINES[2] ?? "",
      "a@b.co",
    ),
    fc.constantFrom(
      "\u001b[1m",
      "\u200b",
      "%2D",
      "%25",
      "\\/",
      "\n",
      " ",
      '"',
      "=",
      "cookie: ",
      "-----BEGIN ",
      "é",
    ),
    fc.string({ maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const once = clean(pieces.join(""));
      expect(clean(once)).toBe(once);
    }),
    { numRuns: 400 },
  );
});
