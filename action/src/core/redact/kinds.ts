import { CLOUD_KEYS } from "#core/redact/cloud-keys.ts";
import { CONTEXTS } from "#core/redact/contexts.ts";
import type { Kind } from "#core/redact/kind.ts";
import { PERSONAL } from "#core/redact/personal.ts";
import { PROVIDER_TOKENS } from "#core/redact/provider-tokens.ts";

/** In order: what names its provider goes before what its surroundings give away. */
export const KINDS: readonly Kind[] = [...PROVIDER_TOKENS, ...CLOUD_KEYS, ...CONTEXTS, ...PERSONAL];
