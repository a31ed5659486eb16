import { type Kind, token } from "#core/redact/kind.ts";

const BASE64 = "[A-Za-z0-9+/]";

/** Keys of AWS, Google Cloud and Azure: by their shape, or by the name that the provider's tools put in front. */
export const CLOUD_KEYS: readonly Kind[] = [
  token(
    "aws_access_key",
    ["akia", "asia", "abia", "acca"],
    "(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Z0-9])",
  ),
  named("aws_secret_key", ["secret"], `secret_?(?:access_?)?key`, `${BASE64}{40}(?![A-Za-z0-9+/=])`),
  named(
    "aws_session_token",
    ["session", "security"],
    `(?:session|security)[_-]?token`,
    `${BASE64}{100,}={0,2}`,
  ),
  named("aws_signature", ["x-amz-"], `X-Amz-(?:Signature|Security-Token|Credential)`, `[\\w%+/=-]{16,}`),
  token("gcp_key", ["aiza"], "AIza[\\w-]{35}"),
  token("gcp_token", ["ya29."], "ya29\\.[\\w.-]{20,}"),
  token("gcp_token", ["1//0"], "1//0[\\w-]{30,}"),
  token("gcp_secret", ["gocspx-"], "GOCSPX-[\\w-]{20,}"),
  named(
    "azure_key",
    ["accountkey", "sharedaccesskey"],
    "(?:Account|SharedAccess)Key",
    `${BASE64}{40,}={0,2}`,
  ),
  named("azure_sas", ["sig="], "(?<![A-Za-z0-9])sig", "[A-Za-z0-9%+/=]{40,}"),
  token("azure_secret", ["q~"], "[\\w~.-]{3}\\dQ~[\\w~.-]{31,34}"),
  token("azure_key", ["jqqj9"], "[A-Za-z0-9]{52}JQQJ9[9DH][A-Za-z0-9]{20,30}"),
  token("azure_key", ["+acr"], `${BASE64}{42}\\+ACR[A-Za-z0-9]{6}`),
  token("azure_devops_token", ["azdo"], "[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}"),
];

/** A key known by the name in front of it, in configuration, JSON, a header or a URL. */
function named(kind: string, hints: readonly string[], name: string, shape: string): Kind {
  const between = `\\\\?["']?\\s{0,3}(?:=>|:=|[=:])\\s{0,3}\\\\?["']?`;
  return {
    kind,
    option: null,
    hints,
    pattern: new RegExp(`(?<before>${name}${between})${shape}`, "gi"),
    each: null,
    isSecret: null,
  };
}
