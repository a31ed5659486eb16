import { AGENT_TOKENS } from "#core/redact/agent-tokens.ts";
import { CLOUD_KEYS } from "#core/redact/cloud-keys.ts";
import { CONTEXTS } from "#core/redact/contexts.ts";
import { CREDENTIAL_FILES } from "#core/redact/credential-files.ts";
import type { Kind } from "#core/redact/kind.ts";
import { PERSONAL } from "#core/redact/personal.ts";
import { PROVIDER_TOKENS } from "#core/redact/provider-tokens.ts";
import { PUBLISHED_PATTERNS } from "#core/redact/published-patterns.ts";
import { SERVICE_TOKENS } from "#core/redact/service-tokens.ts";

/** In order: what names its provider goes before what its surroundings give away. */
export const KINDS: readonly Kind[] = [
  ...PROVIDER_TOKENS,
  ...AGENT_TOKENS,
  ...SERVICE_TOKENS,
  ...PUBLISHED_PATTERNS,
  ...CLOUD_KEYS,
  ...CREDENTIAL_FILES,
  ...CONTEXTS,
  ...PERSONAL,
];
