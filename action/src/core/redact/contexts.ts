import type { Kind } from "#core/redact/kind.ts";
import { looksRandom } from "#core/redact/randomness.ts";
import { isPassword, isPlaceholder, isValue } from "#core/redact/value.ts";

const PASSWORD = "pass(?:word|wd|phrase|code)|_pass(?![a-z])|pwd";
const PASSWORD_HINTS = ["password", "passwd", "passphrase", "passcode", "_pass", "pwd"];
/** Whose keys are secret: a cache's, a table's or a map's is not. */
const KEY_OWNERS =
  "api access auth private signing encryption master session license fernet jwt hmac app application admin account storage cosmos deploy service role subscription consumer".split(
    " ",
  );
const NAME_HINTS = [
  ...PASSWORD_HINTS,
  ...["secret", "token", "credential"],
  ...KEY_OWNERS.flatMap((owner) => [`${owner}_key`, `${owner}-key`, `${owner}key`]),
];
/** .NET prints the public key token of every assembly. */
const TOKEN = "(?<!public[_-]?(?:key[_-]?)?)token";
const NAME = `(?:${PASSWORD}|secret|${TOKEN}|credentials?|(?:${KEY_OWNERS.join("|")})[_-]?key)(?:[_-]?(?:key|value|base|hash|\\d{1,3})){0,2}s?`;
/** Up to what ends a value in shells, JSON, YAML, URLs and headers. A `&` ends it where another name follows. */
const VALUE =
  "(?:(?<=\")[^\"\\\\\\s]{8,}|(?<=')[^'\\\\\\s]{8,}|(?![(\\[{<])(?:[^\\s\"'`\\\\,;&<>]|&(?![a-z_][\\w.-]{0,40}=)){8,})";

const UUID = "[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![\\w-])";

/** Secrets that only their surroundings give away. */
export const CONTEXTS: readonly Kind[] = [
  {
    kind: "jwt",
    option: null,
    hints: ["eyj"],
    pattern:
      /(?:(?<![\w-])|(?<=\x1b\[[0-9;]{0,12}m|\\[nrt]|%[0-9A-F]{2}))eyJ[\w-]{8,}\.eyJ[\w-]{8,}(?:\.[\w-]{8,})?/g,
    each: null,
    isSecret: null,
  },
  {
    kind: "authorization",
    option: null,
    hints: ["authorization"],
    pattern:
      /(?<before>authorization\\?["']?\s{0,3}(?:=>|[:=])\s{0,3}\[?\\?["']?(?:[a-z][\w-]{1,30} {1,3})?)[^\s"'`\\,;]{8,}/gi,
    each: null,
    isSecret: isValue,
  },
  {
    kind: "authorization",
    option: null,
    hints: ["bearer ", "token "],
    pattern: /(?<before>(?<![a-z])(?:bearer|token) {1,3})[^\s"'`\\,;]{20,}/gi,
    each: null,
    isSecret: isValue,
  },
  {
    kind: "url_password",
    option: null,
    hints: ["://"],
    pattern: /(?<before>:\/\/[^\s/:@"'<>]{0,100}:)[^\s/@"'<>]{1,300}(?=@)/g,
    each: null,
    isSecret: (found) => !isPlaceholder(found),
  },
  {
    kind: "url_password",
    option: null,
    hints: ["://"],
    pattern: /(?<before>:\/\/)[^\s/:@"'<>]{16,300}(?=@)/g,
    each: null,
    isSecret: looksRandom,
  },
  {
    kind: "secret",
    option: null,
    hints: ["-u ", "--user"],
    pattern: /(?<before>(?<!\S)(?:-u|--user)[ =]["']?[^\s:"']{1,100}:)[^\s"']{4,}/g,
    each: null,
    isSecret: isValue,
  },
  {
    kind: "secret",
    option: null,
    hints: NAME_HINTS,
    pattern: new RegExp(`(?<before>--?[a-z-]{0,20}${NAME} {1,3}["']?)${VALUE}`, "gi"),
    each: null,
    isSecret: isValue,
  },
  {
    kind: "password",
    option: null,
    hints: PASSWORD_HINTS,
    pattern: assigned(PASSWORD),
    each: null,
    isSecret: isPassword,
  },
  { kind: "secret", option: null, hints: NAME_HINTS, pattern: assigned(NAME), each: null, isSecret: isValue },
  {
    kind: "secret",
    option: null,
    hints: NAME_HINTS,
    pattern: new RegExp(`(?<before>\\bset [\\w.-]{0,60}${NAME} {1,3}["']?)${VALUE}`, "gi"),
    each: null,
    isSecret: isValue,
  },
  // Keys of Heroku, Codecov and Snyk are UUIDs, which elsewhere are made to be shown.
  {
    kind: "secret",
    option: null,
    hints: ["_token", "_key", "--token", "--api-key", "snyk auth "],
    pattern: new RegExp(
      `(?<before>(?:[a-z0-9]_(?:token|(?:api|access|auth)_key)\\\\?["']?\\s{0,3}[=:]\\s{0,3}\\\\?["']?|--(?:token|api-key)[ =]["']?|snyk auth ))${UUID}`,
      "gi",
    ),
    each: null,
    isSecret: null,
  },
  {
    kind: "secret",
    option: null,
    hints: ["_pat"],
    pattern: new RegExp(
      `(?<before>(?<![A-Z0-9_])[A-Z][A-Z0-9_]{0,60}_PAT\\s{0,3}[=:]\\s{0,3}["']?)${VALUE}`,
      "g",
    ),
    each: null,
    isSecret: isValue,
  },
  {
    kind: "password",
    option: null,
    hints: [" -p"],
    pattern:
      /(?<before>(?<![\w-])(?:(?:docker|podman|helm|skopeo|az|twine)\b[^\n]{0,120} -p |mysql(?:dump|admin)?\b[^\n]{0,120} -p))[^\s"'`\\;&|<>-][^\s"'`\\;&|<>]{7,}/g,
    each: null,
    isSecret: isValue,
  },
];

/** `name=`, `name: "`, `'name' => '`, `\"name\":\"`, `name "`, `<name>`. */
function assigned(name: string): RegExp {
  const between = `\\\\?["']?\\]?\\s{0,4}(?:=>|:=|==?|:|>|(?<=\\s)(?=["']))\\s{0,4}(?:b?\\\\?["'\`])?`;
  return new RegExp(`(?<before>(?:${name})${between})${VALUE}`, "gi");
}
