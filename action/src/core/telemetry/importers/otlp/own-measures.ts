import type { PointRecord } from "#core/telemetry/otlp/records.ts";

/** What agents measure about themselves. */
const AGENTS =
  /^(?:claude_code|codex|gemini_cli|github\.copilot|gh-aw)\.|^gen_ai\.(?:client|server|agent|tool|workflow)\./;
/**
 * What SDKs and runtimes measure, by the names that the semantic conventions give it: `process.tickets` and
 * `http.checks` are somebody's own.
 */
const RUNTIMES = new RegExp(
  [
    String.raw`^(?:http|rpc)\.(?:server|client)\.`,
    String.raw`^process\.(?:cpu|memory|disk|network|thread|threads|unix|open_file_descriptor|context_switches|paging|uptime|runtime)\b`,
    String.raw`^system\.(?:cpu|memory|disk|filesystem|network|paging|processes|process|uptime|linux)\b`,
    String.raw`^(?:nodejs\.(?:eventloop|active)|v8js\.(?:gc|memory|heap|resource)|jvm\.(?:memory|gc|thread|class|cpu|buffer|system|file_descriptor)|cpython\.gc|go\.(?:memory|goroutine|processor|config|schedule)|dotnet\.(?:process|gc|jit|thread|timer|assembly|exceptions))\b`,
    String.raw`^otel\.(?:sdk|span|log)\.`,
  ].join("|"),
);
const INSTRUMENTATION =
  /^(?:@?opentelemetry[./-]|io\.opentelemetry\.|go\.opentelemetry\.io\/|OpenTelemetry\.)(?:.*instrumentation|contrib)/i;

/** Whether a program's instruments measured it by themselves; what is left is the user's own. */
export function isMeasuredByItself({ name, scope }: Pick<PointRecord, "name" | "scope">): boolean {
  return AGENTS.test(name) || RUNTIMES.test(name) || INSTRUMENTATION.test(scope ?? "");
}
