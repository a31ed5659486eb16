/**
 * The variables that make the known agents, and every OpenTelemetry SDK, export to a receiver. Sources: Claude
 * Code's monitoring page, gemini-cli's telemetry settings, the Copilot CLI's command reference, OpenTelemetry's
 * environment specification.
 *
 * @param withContents whether agents tell what they were asked, said and did
 */
export function exporterEnvironment(
  endpoint: string,
  resource: Readonly<Record<string, string>>,
  withContents = false,
): Record<string, string> {
  return {
    AGENTOPS_ENDPOINT: endpoint,
    // The encoding that SDKs of every language have; Python's have no other over HTTP.
    OTEL_EXPORTER_OTLP_PROTOCOL: "http/protobuf",
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_METRICS_EXPORTER: "otlp",
    OTEL_LOGS_EXPORTER: "otlp",
    OTEL_TRACES_EXPORTER: "otlp",
    // An agent that is killed loses what it has not sent: often, instead of every minute.
    OTEL_METRIC_EXPORT_INTERVAL: "10000",
    OTEL_LOGS_EXPORT_INTERVAL: "2000",
    OTEL_TRACES_EXPORT_INTERVAL: "2000",
    OTEL_RESOURCE_ATTRIBUTES: Object.entries(resource)
      .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
      .join(","),
    OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: String(withContents),
    CLAUDE_CODE_ENABLE_TELEMETRY: "1",
    CLAUDE_CODE_ENHANCED_TELEMETRY_BETA: "1",
    GEMINI_TELEMETRY_ENABLED: "true",
    GEMINI_TELEMETRY_TARGET: "local",
    GEMINI_TELEMETRY_USE_COLLECTOR: "true",
    GEMINI_TELEMETRY_OTLP_ENDPOINT: endpoint,
    GEMINI_TELEMETRY_OTLP_PROTOCOL: "http",
    // On by default there.
    GEMINI_TELEMETRY_LOG_PROMPTS: String(withContents),
    ...(withContents && {
      ...{ OTEL_LOG_USER_PROMPTS: "1", OTEL_LOG_ASSISTANT_RESPONSES: "1" },
      ...{ OTEL_LOG_TOOL_DETAILS: "1", OTEL_LOG_TOOL_CONTENT: "1" },
    }),
    COPILOT_OTEL_ENABLED: "true",
  };
}

/** Codex reads no variables for this: arguments for `codex`, also as `codex-args` of openai/codex-action. */
export function codexArguments(endpoint: string, withContents = false): string[] {
  const exporter = (signal: string) => `{otlp-http={endpoint="${endpoint}/v1/${signal}",protocol="json"}}`;
  return [
    "-c",
    `otel.exporter=${exporter("logs")}`,
    "-c",
    `otel.trace_exporter=${exporter("traces")}`,
    "-c",
    'otel.metrics_exporter="none"',
    "-c",
    `otel.log_user_prompt=${withContents}`,
  ];
}
