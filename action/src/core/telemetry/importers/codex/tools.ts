import { shellErrorCategory, toolErrorCategory } from "#core/telemetry/error-category.ts";
import type { ReportedResult } from "#core/telemetry/importers/tool-calls.ts";
import {
  amountAt,
  isObject,
  type LooseObject,
  objectAt,
  parseObject,
  textAt,
} from "#core/telemetry/loose-json.ts";

export type Outcome = Omit<ReportedResult, "at">;

/** `mcp__server__tool`, or the name of one of its own tools. */
export function toolOf(name: string): { name: string; server: string | null } {
  const [server, ...rest] = name.replace(/^mcp__/, "").split("__");
  return rest.length > 0 ? { name: rest.join("__"), server: server ?? null } : { name, server: null };
}

/**
 * What a `function_call_output` says: a text, often JSON `{output, metadata {exit_code, duration_seconds}}`, or an
 * object `{content, success}`; a refusal is a text that begins with "failed in sandbox".
 */
export function outcomeOf(output: unknown): Outcome {
  const reported =
    typeof output === "string" ? (output.startsWith("{") ? parseObject(output) : null) : output;
  const about: LooseObject = isObject(reported) ? reported : {};
  const text =
    textAt(about, "output") ?? textAt(about, "content") ?? (typeof output === "string" ? output : null);
  const metadata = objectAt(about, "metadata");
  const code =
    metadata.exit_code ??
    /^(?:Process exited with code|Exit code:) (-?\d{1,5})/m.exec(text?.slice(0, 500) ?? "")?.[1];
  const seconds = amountAt(metadata, "duration_seconds");
  const common = {
    outputBytes: text?.length ?? null,
    said: text,
    durationMs: seconds === null ? null : seconds * 1000,
  };
  if (/^failed in sandbox|^(?:exec_command|shell).{0,40}rejected/i.test(text ?? ""))
    return { ...common, status: "denied", errors: [text], errorType: "permission_denied" };
  const failed = (code !== undefined && Number(code) !== 0) || about.success === false;
  if (!failed) return { ...common, status: "success", errors: [] };
  const errorType = code === undefined ? toolErrorCategory(text) : shellErrorCategory(text, Number(code));
  return { ...common, status: "failure", errors: [text], errorType };
}
