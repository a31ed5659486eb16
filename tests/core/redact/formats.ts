import { seeded } from "#simulator/history/random.ts";
import { plantedShapes } from "./planted.ts";

/** A secret, and the shortest text that gives it away. */
export type Format = { name: string; secret: string; text: string };

/**
 * Shapes of tokens as their providers document them. `{h32}` is drawn when the test runs: hexadecimal digits (h),
 * digits (d), lower case (l) or upper case (u) with digits, words (w), URL-safe (s), Base64 (b), a UUID ({id}). So no
 * secret stands here, and nothing that looks like one.
 */
const SHAPES = `
langsmith lsv2_pt_{h32}_{h10}|langsmith_service lsv2_sk_{h32}_{h10}|langfuse sk-lf-{id}|tavily tvly-{w32}|tavily_dev tvly-dev-{w32}
elevenlabs sk_{h48}|fal {id}:{h32}|together tgp_v1_{s43}|fireworks fw_{w22}|cerebras csk-{l48}|voyage pa-{s43}
jina jina_{h32}{s28}|firecrawl fc-{h32}|brave BSA{s28}|e2b e2b_{h40}|nvidia nvapi-{s64}|anyscale esecret_{w28}
runpod rpa_{u42}|pinecone pcsk_{w64}|wandb wandb_v1_{w60}|browserbase bb_live_{s27}|apify apify_api_{w36}|modal ak-{w22}
modal_secret as-{w22}|n8n n8n_api_{w40}|cursor key_{h64}|cursor_agent crsr_{h64}|sourcegraph sgp_{h16}_{h40}|sourcegraph_old sgp_{h40}
gemini_auth AQ.Ab8{s48}|braintrust bt-st-{w48}|logfire pylf_v1_eu_{w43}|llamacloud llx-{w48}|mem0 m0-{w40}|cartesia sk_car_{w24}
kaggle KGAT_{h32}|volcengine AKLT{s44}|qianfan ALTAK-{w21}/{h40}|warp wk-1.{h64}|openrouter sk-or-v1-{h64}|deepseek sk-{h32}
groq gsk_{w52}|xai xai-{w80}|replicate r8_{w37}|perplexity pplx-{w48}|anthropic_oauth sk-ant-oat01-{s93}AA|anthropic_admin sk-ant-admin01-{s93}AA
openai_service sk-svcacct-{s74}|openai_session sess-{w40}|huggingface_org api_org_{w34}
airtable pat{w14}.{h64}|figma figd_{s43}|figma_user figu_{s43}|heroku HRKU-AA{s58}|vercel vcp_{w56}|vercel_integration vci_{w56}
vercel_app vca_{w24}|cloudflare_user cfut_{w40}{h8}|cloudflare_account cfat_{w40}{h8}|cloudflare_key cfk_{w40}{h8}|cloudflare_origin v1.0-{h24}-{h146}
1password_service ops_eyJ{w252}|1password_secret A3-{u6}-{u6}-{u5}-{u5}-{u5}-{u5}|adobe p8e-{l32}|alibaba LTAI{w20}|tencent AKID{w32}
yandex_key AQVN{s36}|yandex_oauth y0_{s55}|bitbucket BBDC-{b40}|brevo xkeysib-{h64}-{w16}|brevo_smtp xsmtpsib-{h64}-{w16}
buildkite_user bkua_{h40}|buildkite_agent bkct_{w40}|circleci CCIPAT_{w22}_{h40}|circleci_project CCIPRJ_{w22}_{h40}|clickhouse 4b1d{w38}
clickup pk_{d8}_{u32}|clojars CLOJARS_{h60}|cockroach CCDB1_{w22}_{w40}|confluent cflt/{b60}|contentful CFPAT-{s43}|dbt dbtc_{w40}
deno ddp_{w36}|dropbox sl.u.{s130}|duffel duffel_live_{s43}|easypost EZAK{w54}|elastic essu_{w60}|facebook EAA{w120}|firebase {s11}:APA91b{s134}
flutterwave FLWSECK-{h32}-X|frameio fio-u-{s64}|gitlab_trigger glptt-{h40}|gitlab_runner glrt-{s20}|gitlab_deploy gldt-{s20}|gitlab_ci glcbt-1a_{s20}
gitlab_feed glft-{s20}|gitlab_mail glimt-{s25}|gitlab_agent glagent-{s50}|gitlab_oauth gloas-{h64}|gitlab_registration GR1348941{s20}
grafana_cloud glc_{w64}|grafana_old eyJrIjoi{w90}|harness pat.{s22}.{h24}.{w20}|hubspot pat-na1-{id}|honeycomb hcaik_{l58}
infracost ico-{w32}|infisical st.{h24}.{h32}.{h32}|intercom dG9rO{w60}=|launchdarkly sdk-{id}|launchdarkly_api api-{id}|lob live_{h35}
mollie live_{w30}|gocardless live_{s40}|mapbox sk.eyJ{s80}.{s22}|maxmind {w6}_{w29}_mmk|mongodb mdb_sa_sk_{s40}|neon napi_{l64}
new_relic NRAK-{u27}|new_relic_insert NRII-{s32}|nightfall NF-{w32}|octopus API-{u30}|onesignal os_v2_app_{t103}|openshift sha256~{s43}
packagist packagist_uut_{h68}|paddle pdl_live_apikey_{l26}_{w22}_{w3}|braintree access_token$production\${l16}\${h32}|plaid access-production-{id}
persona persona_production_{id}|polar polar_oat_{w43}|posthog phx_{w43}|prefect pnu_{w36}|pubnub sec-c-{w48}|rancher token-{l5}:{l54}
razorpay rzp_live_{w14}|readme rdme_{l70}|render rnd_{w28}|resend re_{w8}_{w24}|rootly rootly_{h64}|salesforce 00D{w12}!{w80}
scalingo tk-us-{s48}|scaleway SCW{u17}|settlemint sm_aat_{w16}|shippo shippo_live_{h40}|snyk snyk_uat.{w8}.{w40}|socket sktsec_{w44}
square EAAA{s60}|square_secret sq0csp-{s43}|square_token sq0atp-{s22}|stytch secret-live-{s36}|thunderstore tss_{w36}|trello ATTA{h64}
twitter AAAAAAAAAAAAAAAAAAAAA{w90}|typeform tfp_{w44}_{w14}|unkey unkey_{w24}|vault_old s.{w24}|wakatime waka_{id}|artifactory_reference cmVmd{w59}
artifactory AKCp{w69}|xata xau_{w43}|zuplo zpka_{l32}_{h8}|azure_storage_key {b76}+ASt{b6}==|azure_function {s44}AzFu{s8}==|azure_search {w42}AzSe{w6}
azure_cosmos {b76}ACDb{b6}==|azure_devops {w76}AZDO{w4}|azure_registry {b42}+ACR{w6}|azure_openai {w52}JQQJ99{w24}
gcp_refresh 1//0{s60}|gcp_secret GOCSPX-{s28}|aws_bearer ABIA{u16}|aws_context ACCA{u16}|slack_user xoxp-{d12}-{d12}-{d12}-{h32}|slack_app xapp-1-A{u10}-{d13}-{h64}
slack_refresh xoxe-1-{w120}|discord_bot {discord}.{s6}.{s38}|telegram {d10}:AA{s33}|npm_automation npm_{w36}|rubygems rubygems_{h48}|crates cio{w32}
nuget oy2{l43}|docker_org dckr_oat_{s32}|stripe_hook whsec_{w32}|stripe_restricted rk_test_{w24}|mailgun key-{h32}|mailchimp {h32}-us14
twilio_account AC{h32}|shopify_admin shpat_{h32}|shopify_custom shpca_{h32}|shopify_private shppa_{h32}|shopify_secret shpss_{h32}
vault hvs.{s95}|vault_batch hvb.{s140}|vault_recovery hvr.{s95}|terraform {w14}.atlasv1.{s67}|pulumi pul-{h40}|postman PMAK-{h24}-{h34}
sentry_user sntryu_{h64}|supabase sbp_{h40}|supabase_secret sb_secret_{s31}|notion ntn_{d11}{w35}|sonar sqp_{h40}|sonar_user squ_{h40}
dynatrace dt0c01.{u24}.{u64}|planetscale pscale_tkn_{s43}|planetscale_password pscale_pw_{s43}|tailscale tskey-auth-{w16}-{w32}|doppler_personal dp.pt.{w43}
netlify nfp_{w36}|fly fm2_{w100}|atlassian ATATT3{s186}|atlassian_app ATBB{w32}|age AGE-SECRET-KEY-1{u58}|digitalocean_oauth doo_v1_{h64}
`;

const DIGITS = "0123456789";
const LOWER = "abcdefghijklmnopqrstuvwxyz";
const UPPER = LOWER.toUpperCase();
const ALPHABETS: Readonly<Record<string, string>> = {
  h: `${DIGITS}abcdef`,
  d: DIGITS,
  l: LOWER + DIGITS,
  u: UPPER + DIGITS,
  w: LOWER + UPPER + DIGITS,
  s: `${LOWER + UPPER + DIGITS}-_`,
  b: `${LOWER + UPPER + DIGITS}+/`,
  t: `${LOWER}234567`,
};

/** Every format once, the same for a seed. */
export function formats(seed: number): Format[] {
  const random = seeded(seed);
  const draw = (alphabet: string, length: number) =>
    Array.from({ length }, () => random.pick([...alphabet])).join("");
  const hex = (length: number) => draw(ALPHABETS["h"] ?? "", length);
  const drawn = (part: string) =>
    part === "id"
      ? `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`
      : part === "discord"
        ? Buffer.from(draw("123456789", 18)).toString("base64")
        : draw(ALPHABETS[part[0] ?? ""] ?? "", Number(part.slice(1)));
  const shaped = SHAPES.trim()
    .split(/[|\n]/)
    .map((line) => {
      const [name = "", shape = ""] = line.split(" ");
      const secret = shape.replaceAll(/\{(\w+)\}/g, (_, part: string) => drawn(part));
      return { name, secret, text: secret };
    });
  return [...shaped, ...plantedShapes(seed)];
}
