import type { ExecutionDraft } from "#core/telemetry/execution-draft.ts";
import { countAt, flagAt, type LooseObject, listAt, objectsAt, textAt } from "#core/telemetry/loose-json.ts";

type Request = { host: string; isHttps: boolean; allowed: boolean };
type Rule = { id: string; action: string; acl: string; protocol: string; domains: string[] };

const MOST_LINES = 100_000;
const MOST_HOSTS = 1000;
const MOST_RULES = 500;
/** A rule comes from a file that anybody can write: what could run long is not tried. */
const LONGEST_PATTERN = 200;
const SLOW = /[+*}]\)?[+*{]|\)[+*{]|\\\d/;

/**
 * What gh-aw's firewall let through and refused, by host. Which rule decided is not logged: it is found again by
 * going through the manifest's rules as the firewall's own audit does.
 */
export class Firewall {
  readonly #audit = new Map<string, Request>();
  readonly #access = new Map<string, Request>();
  #rules: Rule[] = [];

  audit(line: LooseObject): void {
    const reported = textAt(line, "url") ?? textAt(line, "host") ?? "";
    const host = textAt(line, "host") ?? reported;
    const decision = textAt(line, "decision") ?? "";
    const request = requestOf(host, textAt(line, "method") ?? "", decision, countAt(line, "status"));
    const at = textAt(line, "timestamp") ?? String(line["ts"]);
    if (request !== null && this.#audit.size < MOST_LINES)
      this.#audit.set(`${at}\n${String(line["client"])}\n${reported}\n${decision}`, request);
  }

  /** `epoch client:port host:port dest:port httpver METHOD status DECISION:HIER url "user-agent"` */
  access(line: string): void {
    const [time, client, host, , , method, status, decision] = line.split(" ", 9);
    if (decision === undefined || !/^\d+\.\d+$/.test(time ?? "")) return;
    const request = requestOf(host ?? "", method ?? "", decision, Number(status));
    if (request !== null && this.#access.size < MOST_LINES)
      this.#access.set(`${time}\n${client}\n${host}\n${decision}`, request);
  }

  policy(manifest: LooseObject): void {
    const rules = objectsAt(manifest, "rules").slice(0, MOST_RULES);
    this.#rules = [...rules]
      .sort((a, b) => (countAt(a, "order") ?? 0) - (countAt(b, "order") ?? 0))
      .map((rule) => ({
        id: textAt(rule, "id") ?? "unknown",
        action: textAt(rule, "action") ?? "",
        acl: textAt(rule, "aclName") ?? "",
        protocol: textAt(rule, "protocol") ?? "both",
        domains: listAt(rule, "domains").filter((domain) => typeof domain === "string"),
      }));
  }

  /** Both logs tell of the same requests. */
  tell(draft: ExecutionDraft): void {
    const requests = this.#audit.size > 0 ? this.#audit : this.#access;
    const counts = new Map<string, { request: Request; count: number }>();
    for (const request of requests.values()) {
      const key = `${request.host}\n${request.isHttps}\n${request.allowed}`;
      const known = counts.get(key);
      if (known !== undefined) known.count++;
      else if (counts.size < MOST_HOSTS) counts.set(key, { request, count: 1 });
    }
    for (const { request, count } of counts.values()) {
      const rule = this.#rules.find((one) => decides(one, request));
      const policy = `firewall:${rule?.id ?? "unknown"}`;
      draft.decision(policy, request.host, request.allowed ? "allow" : "block", null, count);
    }
  }
}

function requestOf(host: string, method: string, decision: string, status: number | null): Request | null {
  const name = host.replace(/:\d+$/, "").toLowerCase();
  if (name === "" || name === "-") return null;
  const isDenied = /DENIED/.test(decision) || status === 403;
  if (!isDenied && !/TCP_(?:TUNNEL|MISS|HIT|MEM_HIT|REFRESH)/.test(decision)) return null;
  return { host: name, isHttps: method === "CONNECT", allowed: !isDenied };
}

function decides(rule: Rule, { host, isHttps, allowed }: Request): boolean {
  if (rule.action !== (allowed ? "allow" : "deny")) return false;
  if (rule.protocol === "https" && !isHttps) return false;
  if (rule.protocol === "http" && isHttps) return false;
  if (rule.acl === "all") return !allowed;
  const isPattern =
    /regex/i.test(rule.acl) || rule.domains.some((domain) => /[\\^$*+?()[\]{}|]/.test(domain));
  return rule.domains.some((domain) =>
    isPattern ? matches(domain, host) : isWithin(domain.toLowerCase(), host),
  );
}

function isWithin(domain: string, host: string): boolean {
  return domain.startsWith(".") ? host === domain.slice(1) || host.endsWith(domain) : host === domain;
}

function matches(pattern: string, host: string): boolean {
  if (pattern.length > LONGEST_PATTERN || SLOW.test(pattern)) return false;
  try {
    return new RegExp(pattern, "i").test(host.slice(0, 255));
  } catch {
    return false;
  }
}

/** `detection_result.json`: what the job that looks for threats found. */
export function tellVerdict(draft: ExecutionDraft, verdict: LooseObject): void {
  for (const threat of ["prompt_injection", "secret_leak", "malicious_patch"]) {
    const found = flagAt(verdict, threat);
    if (found === null) continue;
    const policy = `threat-detection:${threat}`;
    const reasons = listAt(verdict, "reasons").filter((reason) => typeof reason === "string");
    draft.decision(policy, null, found ? "block" : "allow", found ? (reasons[0] ?? null) : null);
    draft.evals.push({ name: policy, kind: "guardrail", score: null, label: null, passed: !found });
  }
}
