import { type Kind, token } from "#core/redact/kind.ts";
import { looksRandom } from "#core/redact/randomness.ts";

const END = "(?![A-Za-z0-9])";

/** Tokens of those who run models, search the web for them, watch them and store what they know. */
export const AGENT_TOKENS: readonly Kind[] = [
  token("langsmith_key", ["lsv2_"], "lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}"),
  token("langfuse_key", ["sk-lf-"], "sk-lf-[0-9a-f-]{32,}"),
  token("tavily_key", ["tvly-"], "tvly-[\\w-]{20,}"),
  token("elevenlabs_key", ["sk_"], `sk_[0-9a-f]{48}${END}`),
  // An id and a key; the version of the id is the one literal in it.
  token(
    "fal_key",
    ["-4"],
    `[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}:[0-9a-f]{32}${END}`,
  ),
  token("together_key", ["tgp_v1_"], "tgp_v1_[\\w-]{30,}"),
  token("fireworks_key", ["fw_"], `fw_[A-Za-z0-9]{20,26}(?!\\w)`, looksRandom),
  token("cerebras_key", ["csk-"], "csk-[a-z0-9]{40,}"),
  token("voyage_key", ["pa-"], "pa-[\\w-]{40,}", looksRandom),
  token("jina_key", ["jina_"], "jina_[0-9a-f]{32}[\\w-]{20,}"),
  token("firecrawl_key", ["fc-"], `fc-[0-9a-f]{32}${END}`),
  token("brave_key", ["bsa"], `BSA[\\w-]{27,29}(?![\\w-])`, looksRandom),
  token("e2b_key", ["e2b_"], "e2b_[0-9a-f]{40}"),
  token("nvidia_key", ["nvapi-"], "nvapi-[\\w-]{40,}"),
  token("anyscale_key", ["esecret_"], "esecret_[A-Za-z0-9]{20,}"),
  token("runpod_key", ["rpa_"], "rpa_[A-Za-z0-9]{40,}"),
  token("pinecone_key", ["pcsk_"], "pcsk_\\w{40,}"),
  token("wandb_key", ["wandb_v1_"], "wandb_v1_[\\w-]{40,}"),
  token("browserbase_key", ["bb_live_", "bb_test_"], "bb_(?:live|test)_[\\w-]{20,}"),
  token("apify_token", ["apify_api_"], "apify_api_[A-Za-z0-9]{30,}"),
  token("modal_token", ["ak-", "as-"], `a[ks]-[A-Za-z0-9]{22}${END}`, looksRandom),
  token("n8n_key", ["n8n_api_"], "n8n_api_[A-Za-z0-9]{30,}"),
  token("cursor_key", ["key_"], `key_[0-9a-f]{64}${END}`),
  token("cursor_key", ["crsr_"], "crsr_[0-9a-f]{40,}"),
  token("sourcegraph_token", ["sgp_", "sgd_"], "sg[pd]_(?:[0-9a-f]{16}_|local_)?[0-9a-f]{40,64}"),
  token("gemini_key", ["aq.ab"], "AQ\\.Ab[\\w-]{40,}"),
  token("braintrust_key", ["bt-st-"], "bt-st-[A-Za-z0-9]{40,}"),
  token("logfire_token", ["pylf_v"], "pylf_v\\d_[a-z]{2}_[A-Za-z0-9]{30,}"),
  token("llamacloud_key", ["llx-"], "llx-[A-Za-z0-9]{40,}"),
  token("mem0_key", ["m0-"], `m0-[A-Za-z0-9]{40}${END}`),
  token("cartesia_key", ["sk_car_"], "sk_car_[A-Za-z0-9]{20,}"),
  token("kaggle_token", ["kgat_"], "KGAT_[0-9a-f]{32}"),
  token("volcengine_key", ["aklt"], `AKLT[\\w-]{40,}`, looksRandom),
  token("qianfan_key", ["altak-"], "ALTAK-[A-Za-z0-9]{21}/[0-9a-f]{40}"),
  token("warp_key", ["wk-1."], "wk-1\\.[0-9a-f]{64}"),
];
