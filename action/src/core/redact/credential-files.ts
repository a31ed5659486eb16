import type { Kind } from "#core/redact/kind.ts";
import { isPassword, isPlaceholder, isValue } from "#core/redact/value.ts";

/** What files and headers made to hold credentials look like, whole or a line of them. */
export const CREDENTIAL_FILES: readonly Kind[] = [
  {
    kind: "cookie",
    option: null,
    hints: ["cookie"],
    pattern:
      /(?<before>cookie(?:\\?["']?\s{0,3}[:=]\s{0,3}\[?\s{0,3}\\?["']?|\s{1,3}["']))[\w.$-]{1,60}=[^\n]{8,}/gi,
    each: /(?<before>(?:^|[;,"'[]\s{0,3}["']?)[\w.$-]{1,60}=)[^\s"'`\\,;]{12,}/g,
    isSecret: isValue,
  },
  {
    kind: "kubeconfig",
    option: null,
    hints: ["client-key-data", "client-certificate-data"],
    pattern:
      /(?<before>client-(?:key|certificate)-data\\?["']?\s{0,3}[:=]\s{0,3}\\?["']?)[A-Za-z0-9+/]{8,}={0,2}/gi,
    each: null,
    isSecret: null,
  },
  // The whole of `.netrc` on a line.
  {
    kind: "netrc",
    option: null,
    hints: ["password"],
    pattern:
      /(?<before>(?<!\S)(?:machine|login|account) {1,8}[^\s=:]{1,100} {1,8}password {1,8})[^\s"']{4,200}/g,
    each: null,
    isSecret: (found) => !isPlaceholder(found),
  },
  // Its line of that name, behind a time.
  {
    kind: "netrc",
    option: null,
    hints: ["password"],
    pattern: /(?<before>^(?:\d{4}-\d\d-\d\dT\S{1,30} )?[ \t]{0,40}password[ \t]{1,8})\S{6,200}(?=\s{0,3}$)/g,
    each: null,
    isSecret: isPassword,
  },
  {
    kind: "npm_token",
    option: null,
    hints: [":_auth"],
    pattern: /(?<before>:_auth(?:Token)?\s{0,3}=\s{0,3}["']?)[^\s"'`\\,;]{8,}/gi,
    each: null,
    isSecret: (found) => !isPlaceholder(found),
  },
  {
    kind: "docker_auth",
    option: null,
    hints: ['"auth'],
    pattern: /(?<before>\\?"auth\\?"\s{0,3}:\s{0,3}\\?")[A-Za-z0-9+/]{12,}={0,2}/g,
    each: null,
    isSecret: (found) => !isPlaceholder(found),
  },
  // Keys without the lines around them: a sequence of DER that begins with the version 0.
  {
    kind: "private_key",
    option: null,
    hints: ["mii"],
    pattern: /(?<![A-Za-z0-9+/])MII[A-Za-z0-9+/]{2}[AQgw]IBA[A-Za-z0-9+/]{60,}={0,2}/g,
    each: null,
    isSecret: null,
  },
];
