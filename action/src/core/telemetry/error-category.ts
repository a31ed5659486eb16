import type { Category } from "#core/records/category.ts";

type Row = { pattern: RegExp; category: Category };

/** The codes of providers, agents and OpenTelemetry's `error.type`, and the words of their messages. In order. */
const ROWS: readonly Row[] = [
  { pattern: /max_?turns|turn limit|maximum (?:number of )?(?:turns|iterations)/i, category: "max_turns" },
  {
    pattern: /max_?budget|budget_?(?:exceeded|exhausted|limited)|credits?_(?:limit|exceeded)|over budget/i,
    category: "budget_exceeded",
  },
  {
    pattern:
      /context[ _]?(?:length|window|overflow)|prompt_?(?:is_?)?too_?long|prompt is too long|max_(?:output_)?tokens|maximum context|too many tokens in/i,
    category: "context_overflow",
  },
  {
    pattern:
      /quota|insufficient_(?:funds|credit)|credit balance|billing|usage limit|payment required|\b402\b/i,
    category: "quota_exceeded",
  },
  { pattern: /rate[ _-]?limit|too many requests|throttl|\b429\b/i, category: "rate_limit" },
  { pattern: /overloaded|\b529\b|server is busy|capacity/i, category: "provider_overloaded" },
  {
    pattern:
      /auth(?:entication|orization)?_?(?:failed|error|unauthorized)|unauthori[sz]ed|invalid.{0,10}api.?key|oauth|account_on_hold|verification_required|credential|\b401\b/i,
    category: "auth_failed",
  },
  { pattern: /refus|unsafe|content_?(?:filter|policy)|safety|guardrail/i, category: "unsafe_output" },
  { pattern: /polic(?:y|ies)|blocked by (?:hook|rule|firewall)|not allowed by/i, category: "policy_blocked" },
  { pattern: /approval.{0,20}time/i, category: "approval_timeout" },
  {
    pattern: /permission|denied|declined|forbidden|EACCES|EPERM|sandbox|\b403\b/i,
    category: "permission_denied",
  },
  {
    pattern: /no such tool|unknown tool|tool.{0,40}(?:not found|does not exist|not available)/i,
    category: "tool_selection_error",
  },
  {
    pattern:
      /InputValidationError|invalid (?:input|arguments?|parameters?)|missing required (?:parameter|argument)|schema|contract/i,
    category: "tool_contract_mismatch",
  },
  {
    pattern: /structured_output|invalid.{0,6}json|json.{0,12}(?:parse|decode)|malformed|unexpected token/i,
    category: "invalid_json",
  },
  { pattern: /loop/i, category: "loop_detected" },
  { pattern: /cancel|abort|interrupt|killed by user/i, category: "cancelled" },
  { pattern: /ENOSPC|no space left|disk full/i, category: "disk_full" },
  { pattern: /out of memory|OOM|ENOMEM|heap limit|(?:Out ?Of)?MemoryError\b/i, category: "out_of_memory" },
  { pattern: /merge conflict|CONFLICT \(/, category: "merge_conflict" },
  {
    pattern:
      /ECONNRE|ENOTFOUND|EAI_AGAIN|EPIPE|socket hang up|network|connection (?:refused|reset|closed|error)|fetch failed|Connect(?:ion\w*)?(?:Error|Exception)\b|stream disconnected|\bdns\b/i,
    category: "network",
  },
  { pattern: /time(?:d)?[ _-]?out|deadline|ETIMEDOUT/i, category: "timeout" },
  {
    pattern: /server_error|api_error|internal server error|service unavailable|bad gateway|\b50[0234]\b/i,
    category: "dependency_unavailable",
  },
  {
    pattern:
      /command not found|module not found|cannot find module|not installed|ModuleNotFoundError|ERR_MODULE_NOT_FOUND/i,
    category: "dependency_unavailable",
  },
  { pattern: /model_not_found|invalid_request|startup|setup_failed|config/i, category: "configuration" },
];

/** Enough of a message to tell what it is about. */
const LONGEST = 2000;

/** @param reported codes and messages, the most certain first; null where nothing was told, `unknown` where no row knows it */
export function errorCategory(...reported: readonly (string | null)[]): Category | null {
  const texts = reported.filter((text) => text !== null);
  for (const text of texts) {
    const row = ROWS.find(({ pattern }) => pattern.test(text.slice(0, LONGEST)));
    if (row) return row.category;
  }
  return texts.length === 0 ? null : "unknown";
}

/** Of a tool's failure: there a timeout is the tool's. */
export function toolErrorCategory(...reported: readonly (string | null)[]): Category {
  const category = errorCategory(...reported) ?? "unknown";
  return category === "timeout" ? "tool_timeout" : category;
}

/**
 * Of a command's failure. What it printed can be anything, a file it showed included, so it is known by its exit
 * code and by how its output begins.
 */
export function shellErrorCategory(output: string | null, exitCode: number | null = null): Category {
  const beginning = output?.slice(0, 200) ?? "";
  const reported = /exit(?:ed)?(?: with)?[ _]?code:? (\d{1,3})/i.exec(beginning)?.[1];
  const code = exitCode ?? (reported === undefined ? null : Number(reported));
  if (code === 124 || /timed out/i.test(beginning)) return "tool_timeout";
  if (code === 126 || /permission|rejected|denied by|sandbox/i.test(beginning)) return "permission_denied";
  if (code === 127) return "dependency_unavailable";
  if (code === 130 || /cancel|interrupt|abort/i.test(beginning)) return "cancelled";
  return code === 137 ? "out_of_memory" : "script_error";
}
