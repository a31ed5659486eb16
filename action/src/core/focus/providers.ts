import type { LedgerLine } from "#core/attempts/ledger.ts";
import type { FocusRow } from "#core/focus/columns.ts";

/** Sellers of models as telemetry calls them, their names, and what they sell. */
const SELLERS: ReadonlyMap<string, readonly [name: string, service: string]> = new Map([
  ["anthropic", ["Anthropic", "Claude API"]],
  ["openai", ["OpenAI", "OpenAI API"]],
  ["google", ["Google", "Gemini API"]],
  ["gemini", ["Google", "Gemini API"]],
  ["gcp.gemini", ["Google", "Gemini API"]],
  ["vertex_ai", ["Google", "Vertex AI"]],
  ["gcp.vertex_ai", ["Google", "Vertex AI"]],
  ["github", ["GitHub", "GitHub Copilot"]],
  ["github-copilot", ["GitHub", "GitHub Copilot"]],
  ["copilot", ["GitHub", "GitHub Copilot"]],
  ["aws", ["AWS", "Amazon Bedrock"]],
  ["bedrock", ["AWS", "Amazon Bedrock"]],
  ["aws.bedrock", ["AWS", "Amazon Bedrock"]],
  ["azure", ["Microsoft", "Azure AI"]],
  ["azure.ai.openai", ["Microsoft", "Azure AI"]],
  ["azure.ai.inference", ["Microsoft", "Azure AI"]],
]);

/** Said where nobody told whose a model is, for FOCUS wants a name. */
const NOT_TOLD = "Not told";

/** Who sells what a line is for. */
export function publisherOf({
  kind,
  provider,
  item,
}: Pick<LedgerLine, "kind" | "provider" | "item">): string {
  if (kind === "minutes") return "GitHub";
  if (kind === "calls") return item ?? NOT_TOLD;
  return SELLERS.get(provider?.toLowerCase() ?? "")?.[0] ?? provider ?? NOT_TOLD;
}

export function serviceOf(
  { kind, provider }: Pick<LedgerLine, "kind" | "provider">,
  publisher: string,
): FocusRow {
  if (kind === "minutes")
    return {
      ServiceCategory: "Developer Tools",
      ServiceSubcategory: "Continuous Integration and Deployment",
      ServiceName: publisher === "GitHub" ? "GitHub Actions" : "Own runners",
    };
  if (kind === "calls")
    return { ServiceCategory: "Other", ServiceSubcategory: "Other (Other)", ServiceName: publisher };
  return {
    ServiceCategory: "AI and Machine Learning",
    ServiceSubcategory: "Generative AI",
    ServiceName: SELLERS.get(provider?.toLowerCase() ?? "")?.[1] ?? `${publisher} models`,
  };
}
