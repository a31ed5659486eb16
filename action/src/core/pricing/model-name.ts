/** A name of a model, as the price table may know it. */
export type Candidate = {
  /** Null: whoever makes the model. */
  provider: string | null;
  model: string;
  /** Another seller's price than the one that telemetry names. */
  substitute: boolean;
};

/** Names of providers in telemetry, gateways and prefixes, and the price table's own. */
const PROVIDERS: ReadonlyMap<string, string> = new Map([
  ["anthropic", "anthropic"],
  ["openai", "openai"],
  ["google", "google"],
  ["gemini", "google"],
  ["google_ai_studio", "google"],
  ["vertex", "google"],
  ["vertex_ai", "google"],
  ["vertex-ai", "google"],
  ["google-vertex", "google"],
  ["gcp.gemini", "google"],
  ["gcp.vertex_ai", "google"],
  ["gcp.gen_ai", "google"],
  ["models", "google"], // `models/gemini-2.5-pro`
  ["aws", "aws"],
  ["bedrock", "aws"],
  ["aws.bedrock", "aws"],
  ["amazon-bedrock", "aws"],
  ["azure", "azure"],
  ["azure.ai.openai", "azure"],
  ["azure.ai.inference", "azure"],
  ["az.ai.openai", "azure"],
  ["az.ai.inference", "azure"],
  ["github", "github-copilot"],
  ["copilot", "github-copilot"],
  ["github-copilot", "github-copilot"],
  ["github_copilot", "github-copilot"],
  ["x-ai", "x-ai"],
  ["x_ai", "x-ai"],
  ["xai", "x-ai"],
  ["mistral", "mistral"],
  ["mistral_ai", "mistral"],
  ["mistralai", "mistral"],
  ["deepseek", "deepseek"],
  ["groq", "groq"],
  ["cohere", "cohere"],
  ["moonshotai", "moonshotai"],
  ["openrouter", "openrouter"],
  ["together", "together"],
  ["fireworks", "fireworks"],
]);

/** `us.anthropic.claude-…-v1:0`, `anthropic.claude-…`, `global.openai.gpt-…`. */
const BEDROCK =
  /^(?:(?:us|eu|apac|jp|au|ca|us-gov|global|regional)\.)?(?:anthropic|amazon|meta|mistral|cohere|deepseek|openai|qwen)\./;

/**
 * The names to look a model up by, best first: as its provider sells it, then as whoever makes it does. Prefixes
 * (`anthropic/`, `openai:`), context marks (`[1m]`) and dates are taken off.
 */
export function candidates(provider: string | null, model: string): Candidate[] {
  const { prefixes, name } = withoutPrefixes(model.trim().toLowerCase());
  const reported = provider === null ? null : (PROVIDERS.get(provider.toLowerCase()) ?? null);
  const bedrock = BEDROCK.test(name) ? "aws" : null;
  const sellers = unique([reported, ...prefixes, bedrock].filter((seller) => seller !== null));
  const first = sellers[0] ?? null;
  const names = unique([name, withoutDate(name)]);
  const list: Candidate[] = [];
  for (const seller of sellers) {
    const substitute = seller !== first;
    // Gateways sell under the whole name: `openrouter` knows `anthropic/claude-sonnet-4.5`.
    if (seller === "openrouter")
      list.push({
        provider: seller,
        model: model
          .trim()
          .toLowerCase()
          .replace(/^openrouter\//, ""),
        substitute,
      });
    for (const known of names) list.push({ provider: seller, model: known, substitute });
  }
  // A provider that was named but is not in the table may charge anything.
  const substitute = provider !== null || sellers.length > 0;
  for (const known of names)
    list.push({
      provider: null,
      model: known.replace(BEDROCK, "").replace(/-v\d+(?::\d+)?$/, ""),
      substitute,
    });
  return list;
}

function withoutPrefixes(model: string): { prefixes: string[]; name: string } {
  const prefixes: string[] = [];
  let name = model.replace(/\[\w+\]$/, "");
  for (;;) {
    const cut = /^([\w.-]+)[/:](.+)$/.exec(name);
    const prefix = cut?.[1];
    const rest = cut?.[2];
    if (prefix === undefined || rest === undefined) break;
    const seller = PROVIDERS.get(prefix);
    if (seller === undefined && name.charAt(prefix.length) === ":") break; // `:0`, `:free`
    if (seller !== undefined) prefixes.push(seller);
    name = rest;
  }
  return { prefixes, name };
}

/** `-20250929`, `@20250929`, `-2025-08-07`. */
function withoutDate(name: string): string {
  return name.replace(/[-@](?:20\d{6}|20\d\d-\d\d-\d\d)(?=$|-v\d)/, "");
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
