import type { Category, Domain } from "#core/records/category.ts";

const SHORTENED = new Map<string, string>([["json", "JSON"]]);

/** `test_failure` as people read it: `Test failure`. */
export function categoryWord(category: Category): string {
  const words = category.split("_").map((word) => SHORTENED.get(word) ?? word);
  const text = words.join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Who can mend it, for people. */
export const DOMAIN_WORDS: Readonly<Record<Domain, string>> = {
  provider: "Provider",
  model: "Model",
  tooling: "Tooling and code",
  workflow: "Workflow design",
  governance: "Governance",
  unknown: "Unknown",
};
