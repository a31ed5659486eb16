import type { Check } from "#core/doctor.ts";
import { UserError } from "#core/errors.ts";
import { isObject, objectAt, parseObject, textAt } from "#core/telemetry/loose-json.ts";

/** What an endpoint answered to a trial; `trouble` is the system's code or words when it did not answer. */
export type TrialAnswer =
  | { status: number; body: string; location: string | null }
  | { status: null; trouble: string };

const NAME = "OTLP endpoint";
const HEADERS_FORM = "Write them as name=value, separated by commas: Authorization=Basic%20bG9naW46dG9rZW4=";

/** Where traces go: the base address plus the signal's path, as OpenTelemetry's SDKs do it. */
export function tracesAddress(endpoint: string): URL {
  const address = URL.canParse(endpoint) ? new URL(endpoint) : null;
  if (address === null || !/^https?:$/.test(address.protocol))
    throw new UserError(
      "otlp-endpoint is no http(s) address",
      "Give it in full, e.g. https://otlp.example:4318",
    );
  if (!/\/v1\/traces\/?$/.test(address.pathname))
    address.pathname = `${address.pathname.replace(/\/+$/, "")}/v1/traces`;
  return address;
}

/**
 * Headers as `OTEL_EXPORTER_OTLP_HEADERS` has them; values may be percent-encoded.
 *
 * @throws UserError that names no value, since they are secrets
 */
export function exporterHeaders(text: string): Record<string, string> {
  const parts = text.split(/[,\n]/).filter((part) => part.trim() !== "");
  return Object.fromEntries(
    parts.map((part, index) => {
      const [, name, value] = /^\s*([!#$%&'*+.^_`|~\w-]+)\s*=\s*([\t\x20-\x7e]+?)\s*$/.exec(part) ?? [];
      if (name === undefined || value === undefined)
        throw new UserError(`otlp-headers: part ${index + 1} is no name=value`, HEADERS_FORM);
      return [name.toLowerCase(), decoded(value)];
    }),
  );
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** One span, as an exporter would send it. Ids are hex; the time is epoch milliseconds. */
export function trialExport(traceId: string, spanId: string, time: number): string {
  const attribute = (key: string, stringValue: string) => ({ key, value: { stringValue } });
  const span = {
    ...{ traceId, spanId, name: "agentops doctor", kind: 1 },
    ...{ startTimeUnixNano: `${time}000000`, endTimeUnixNano: `${time + 1}000000` },
    attributes: [attribute("agentops.check", "otlp")],
  };
  const resource = { attributes: [attribute("service.name", "agentops-doctor")] };
  return JSON.stringify({
    resourceSpans: [{ resource, scopeSpans: [{ scope: { name: "agentops" }, spans: [span] }] }],
  });
}

/** What the answer means, and the fix. Nothing of the headers is in it, even if the answer repeats them. */
export function trialCheck(
  address: URL,
  headers: Readonly<Record<string, string>>,
  answer: TrialAnswer,
): Check {
  const where = `${address.protocol}//${address.host}${address.pathname}`;
  const [state, found, fix] = answer.status === null ? unanswered(answer.trouble) : judged(answer);
  const secrets = Object.values(headers).flatMap((value) => [value, ...value.split(/\s+/)]);
  const detail = secrets
    .filter((secret) => secret.length > 3)
    .reduce((text, secret) => text.replaceAll(secret, "[redacted]"), `${where} ${found}`);
  return { name: NAME, state, detail, fix };
}

type Judgement = [state: Check["state"], found: string, fix: string | null];

const TROUBLES: readonly { pattern: RegExp; found: string; fix: string }[] = [
  {
    pattern: /ENOTFOUND|EAI_AGAIN|EAI_NODATA/,
    found: "has no address: the name is not known",
    fix: "Check the host's name, and that this machine may ask DNS for it.",
  },
  {
    pattern: /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_|ISSUER/,
    found: "shows a certificate that is not trusted here",
    fix: "Use the name in the certificate, or give its authority in NODE_EXTRA_CA_CERTS.",
  },
  {
    pattern: /EPROTO|WRONG_VERSION|ERR_SSL/,
    found: "does not speak TLS as asked",
    fix: "A receiver without TLS has an http:// address.",
  },
  {
    pattern: /HPE_|UND_ERR_SOCKET|match the HTTP/,
    found: "does not speak HTTP/1.1",
    fix: "Port 4317 is gRPC's; OTLP over HTTP is usually on 4318.",
  },
  {
    pattern: /ECONNREFUSED/,
    found: "refuses the connection: nothing listens there",
    fix: "Start the receiver, or check host and port. In a container 127.0.0.1 is the container itself.",
  },
  {
    pattern: /TIMEOUT|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/i,
    found: "does not answer in time",
    fix: "Check the network, proxies and firewalls between here and there.",
  },
];

function unanswered(trouble: string): Judgement {
  const known = TROUBLES.find(({ pattern }) => pattern.test(trouble));
  return known === undefined
    ? ["broken", `cannot be reached: ${trouble.slice(0, 100)}`, "Check the address and the network."]
    : ["broken", known.found, known.fix];
}

function judged({ status, body, location }: TrialAnswer & { status: number }): Judgement {
  if (status >= 200 && status < 300) return accepted(body);
  if (status >= 300 && status < 400) {
    const to = location === null ? "elsewhere" : location.slice(0, 200);
    return ["broken", `redirects to ${to}; exporters do not follow`, "Give the address it redirects to."];
  }
  const said = `answers ${status}${words(body)}`;
  switch (status) {
    case 400:
    case 415:
      return [
        "broken",
        said,
        "It does not take OTLP in JSON here. Check that the address is an OTLP/HTTP receiver's.",
      ];
    case 401:
      return [
        "broken",
        said,
        "Check otlp-headers. Grafana Cloud: Authorization=Basic%20 and then base64 of <instance id>:<token>.",
      ];
    case 403:
      return [
        "broken",
        said,
        "The credentials are known but may not write: give the token the right to write traces.",
      ];
    case 404:
    case 405:
      return [
        "broken",
        said,
        "The path is wrong: /v1/traces is appended to otlp-endpoint. Grafana Cloud's ends in /otlp.",
      ];
    case 413:
      return ["warn", said, "Its limit of a request's size is very low: raise it."];
    case 429:
      return ["warn", said, "The quota is used up for now: wait, or raise it."];
    default:
      return status >= 500
        ? ["unknown", said, "The receiver has trouble of its own: look at its status, then try again."]
        : ["broken", said, "Check the address and the headers."];
  }
}

function accepted(body: string): Judgement {
  // An empty answer is protobuf's way to say that all is well.
  const answer = body.trim() === "" ? {} : parseObject(body);
  if (answer === null)
    return [
      "broken",
      "answers with something that is not OTLP's, perhaps a page",
      "Give the receiver's address, not that of its user interface.",
    ];
  const partial = isObject(answer["partialSuccess"]) ? objectAt(answer, "partialSuccess") : {};
  const rejected = Number(partial["rejectedSpans"] ?? 0);
  const message = textAt(partial, "errorMessage");
  if (rejected > 0)
    return ["warn", `takes requests but rejected the span${saying(message)}`, "Its answer says why."];
  return ["ok", `took a span${saying(message)}`, null];
}

/** The first words of a JSON error (`message`, as google.rpc.Status has it) or of a plain text. */
function words(body: string): string {
  const parsed = parseObject(body);
  const text =
    parsed === null
      ? /[<{]/.test(body)
        ? null
        : body
      : (textAt(parsed, "message") ?? textAt(parsed, "error"));
  return saying(text);
}

function saying(text: string | null): string {
  const line = text?.replaceAll(/\s+/g, " ").trim().slice(0, 200) ?? "";
  return line === "" ? "" : `: ${line}`;
}
