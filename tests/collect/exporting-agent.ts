/** An agent of somebody's own: one call of a model, told by the official exporters, which read the environment. */
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BasicTracerProvider, BatchSpanProcessor } from "@opentelemetry/sdk-trace-base";

const provider = new BasicTracerProvider({
  resource: resourceFromAttributes({ "service.name": "release-notes" }),
  spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
});
const attributes = {
  "gen_ai.operation.name": "chat",
  "gen_ai.provider.name": "openai",
  "gen_ai.request.model": "gpt-5",
  "gen_ai.conversation.id": "c-1",
  "gen_ai.usage.input_tokens": 120,
  "gen_ai.usage.output_tokens": 8,
  "gen_ai.input.messages": "what the user said",
};
provider.getTracer("test").startSpan("chat gpt-5", { attributes }).end();
await provider.shutdown();
