import { type Random, seeded } from "#simulator/history/random.ts";

const DIGITS = "0123456789";
const LOWER = "abcdefghijklmnopqrstuvwxyz";
const UPPER = LOWER.toUpperCase();
const WORD = LOWER + UPPER + DIGITS;
const URL_SAFE = `${WORD}-_`;
const BASE64 = `${WORD}+/`;
const HEX = `${DIGITS}abcdef`;

export type Planted = { kind: string; secret: string; line: string };

type Draw = (alphabet: string, length: number) => string;

/** Shapes as their providers document them; where a name has to give the secret away, `in` says so. */
const SHAPES: Record<string, { make: (draw: Draw, random: Random) => string; in?: readonly string[] }> = {
  github_classic: { make: (draw, random) => `gh${random.pick([..."pousr"])}_${draw(WORD, 36)}` },
  github_fine_grained: { make: (draw) => `github_pat_${draw(WORD, 22)}_${draw(WORD, 59)}` },
  github_installation_2026: {
    make: (draw) =>
      `ghs_${draw(DIGITS, 7)}_eyJ${draw(URL_SAFE, 60)}.eyJ${draw(URL_SAFE, 300)}.${draw(URL_SAFE, 90)}`,
  },
  gitlab: { make: (draw) => `glpat-${draw(URL_SAFE, 20)}` },
  aws_id: { make: (draw, random) => `${random.pick(["AKIA", "ASIA"])}${draw(UPPER + DIGITS, 16)}` },
  aws_secret: {
    make: (draw) => draw(BASE64, 40),
    in: ["AWS_SECRET_ACCESS_KEY=@", "aws_secret_access_key = @", '"SecretAccessKey": "@",', "secretKey: @"],
  },
  aws_session: {
    make: (draw) => `${draw(BASE64, 240)}==`,
    in: ["AWS_SESSION_TOKEN=@", '"SessionToken":"@"'],
  },
  google_api: { make: (draw) => `AIza${draw(URL_SAFE, 35)}` },
  google_oauth: { make: (draw) => `ya29.${draw(URL_SAFE, 120)}` },
  azure_storage: {
    make: (draw) => `${draw(BASE64, 86)}==`,
    in: ["DefaultEndpointsProtocol=https;AccountName=logs;AccountKey=@;EndpointSuffix=core.windows.net"],
  },
  azure_sas: {
    make: (draw) => `${draw(WORD, 43)}%3D`,
    in: [
      "GET https://logs.blob.core.windows.net/c/b?sv=2024-11-04&se=2026-11-20T10%3A00%3A00Z&sr=b&sp=r&sig=@ 403",
    ],
  },
  azure_client: { make: (draw) => `${draw(WORD, 3)}8Q~${draw(WORD, 34)}` },
  openai: { make: (draw) => `sk-${draw(WORD, 48)}` },
  openai_project: { make: (draw) => `sk-proj-${draw(URL_SAFE, 74)}T3BlbkFJ${draw(URL_SAFE, 74)}` },
  anthropic: { make: (draw) => `sk-ant-api03-${draw(URL_SAFE, 93)}AA` },
  slack_bot: { make: (draw) => `xoxb-${draw(DIGITS, 12)}-${draw(DIGITS, 13)}-${draw(WORD, 24)}` },
  slack_hook: {
    make: (draw) => `T${draw(UPPER + DIGITS, 8)}/B${draw(UPPER + DIGITS, 8)}/${draw(WORD, 24)}`,
    in: ["curl -X POST https://hooks.slack.com/services/@ -d '{}'"],
  },
  npm: { make: (draw) => `npm_${draw(WORD, 36)}` },
  npm_auth: {
    make: (draw) => draw(BASE64, 32),
    in: ["//registry.npmjs.org/:_authToken=@", "//npm.example.com/:_auth=@"],
  },
  pypi: { make: (draw) => `pypi-AgEIcHlwaS5vcmc${draw(URL_SAFE, 150)}` },
  docker: { make: (draw) => `dckr_pat_${draw(URL_SAFE, 27)}` },
  docker_config: { make: (draw) => `${draw(BASE64, 43)}=`, in: ['{"auths":{"ghcr.io":{"auth":"@"}}}'] },
  stripe: { make: (draw, random) => `${random.pick(["sk", "rk"])}_live_${draw(WORD, 24)}` },
  sendgrid: { make: (draw) => `SG.${draw(URL_SAFE, 22)}.${draw(URL_SAFE, 43)}` },
  twilio: { make: (draw) => `SK${draw(HEX, 32)}` },
  huggingface: { make: (draw) => `hf_${draw(LOWER + UPPER, 34)}` },
  databricks: { make: (draw) => `dapi${draw(HEX, 32)}` },
  jwt: { make: (draw) => `eyJhbGciOiJIUzI1NiJ9.eyJzdWIi${draw(URL_SAFE, 40)}.${draw(URL_SAFE, 43)}` },
  basic_url: {
    make: (draw) => draw(`${WORD}!$%`, 18),
    in: [
      "Cloning from https://deploy:@@git.example.com/a/b.git",
      "postgres://app:@@10.0.0.4:5432/app?sslmode=require",
    ],
  },
  token_url: {
    make: (draw) => draw(HEX, 40),
    in: ["fatal: unable to access 'https://@@github.com/octo-org/fleet/'"],
  },
  authorization: {
    make: (draw) => draw(URL_SAFE, 48),
    in: [
      "> Authorization: Bearer @",
      '"authorization": "token @"',
      "AUTHORIZATION: basic @",
      '-H "Authorization: @"',
    ],
  },
  password: {
    make: (draw) => draw(`${WORD}!@#%^*`, 16),
    in: ["DB_PASSWORD=@", "password: @", '"password":"@"', "PGPASSWORD='@' psql", "<password>@</password>"],
  },
  secret: {
    make: (draw) => draw(WORD, 32),
    in: ["client_secret=@", "secret: @", "'secret' => '@'", "SECRET_KEY_BASE=@", "?client_secret=@&a=b"],
  },
  token: {
    make: (draw) => draw(HEX, 40),
    in: [
      "token=@",
      '\\"token\\":\\"@\\"',
      "X-Auth-Token: @",
      "--token @ --verbose",
      "using token @ for this",
      "access_token=@&scope=repo",
    ],
  },
  api_key: {
    make: (draw) => draw(HEX, 32),
    in: ["DD_API_KEY=@", "apiKey: '@'", "x-api-key: @", "--api-key=@", 'api_key = "@"'],
  },
  uuid_key: {
    make: (draw) => `${draw(HEX, 8)}-${draw(HEX, 4)}-4${draw(HEX, 3)}-a${draw(HEX, 3)}-${draw(HEX, 12)}`,
    in: [
      "HEROKU_API_KEY=@",
      "  CODECOV_TOKEN: @",
      "export SNYK_TOKEN='@'",
      "codecov --token @",
      "snyk auth @",
    ],
  },
  owned_key: {
    make: (draw) => draw(HEX, 40),
    in: ["DD_APP_KEY=@", "COSMOS_KEY=@", "Ocp-Apim-Subscription-Key: @", "SUPABASE_SERVICE_ROLE_KEY=@"],
  },
  personal: { make: (draw) => draw(LOWER + "234567", 52), in: ["AZURE_DEVOPS_EXT_PAT=@", "GH_PAT: @"] },
  telegram: {
    make: (draw) => `${draw(DIGITS, 10)}:AA${draw(URL_SAFE, 33)}`,
    in: ["TELEGRAM_TOKEN=@", "https://api.telegram.org/bot@/sendMessage"],
  },
  logged_in: {
    make: (draw) => draw(WORD, 20),
    in: [
      "docker login -u bot -p @ ghcr.io",
      "mysql -uroot -p@ -h db",
      "aws configure set aws_secret_access_key @",
      "curl -u admin:@ https://api.example.com",
    ],
  },
  digitalocean: { make: (draw) => `dop_v1_${draw(HEX, 64)}` },
  grafana: { make: (draw) => `glsa_${draw(WORD, 32)}_${draw(HEX, 8)}` },
  linear: { make: (draw) => `lin_api_${draw(WORD, 40)}` },
  doppler: { make: (draw) => `dp.st.prd.${draw(WORD, 43)}` },
  sentry: { make: (draw) => `sntrys_eyJ${draw(WORD, 80)}_${draw(WORD, 43)}` },
  email: { make: (draw) => `${draw(LOWER, 6)}.${draw(LOWER, 7)}@${draw(LOWER, 8)}.example.org` },
};

/** Places where a secret is known by its shape alone. */
const ANYWHERE = [
  "@",
  "using @ for this run",
  "KEY=@",
  '{"value":"@","ok":true}',
  "Error: request with '@' was refused",
  "curl https://api.example.com/v1?key=@&page=2",
  "\x1b[36m@\x1b[0m",
  "first\\n@\\nlast",
];

/** Lines with one secret each, the same for a seed, over all kinds in turn. */
export function plantedSecrets(seed: number, count: number): Planted[] {
  const random = seeded(seed);
  const draw: Draw = (alphabet, length) => Array.from({ length }, () => random.pick([...alphabet])).join("");
  const shapes = Object.entries(SHAPES);
  return Array.from({ length: count }, (_, index) => {
    const [kind, shape] = shapes[index % shapes.length] ?? random.pick(shapes);
    const secret = shape.make(draw, random);
    const place = random.pick(shape.in ?? ANYWHERE);
    const at = place.indexOf("@");
    const line = place.slice(0, at) + secret + place.slice(at + 1);
    return { kind, secret, line: random.chance(0.5) ? `2026-11-20T10:00:00.1234567Z ${line}` : line };
  });
}

/** Each kind once with the shortest text that gives it away. */
export function plantedShapes(seed: number): { name: string; secret: string; text: string }[] {
  const random = seeded(seed);
  const draw: Draw = (alphabet, length) => Array.from({ length }, () => random.pick([...alphabet])).join("");
  return Object.entries(SHAPES).flatMap(([name, shape]) =>
    (shape.in ?? ["@"]).map((place, index) => {
      const secret = shape.make(draw, random);
      const at = place.indexOf("@");
      return {
        name: index === 0 ? name : `${name}_${index + 1}`,
        secret,
        text: place.slice(0, at) + secret + place.slice(at + 1),
      };
    }),
  );
}
