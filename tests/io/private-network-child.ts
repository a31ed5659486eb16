import { systemClock } from "#io/clock.ts";
import { githubClient } from "#io/github/client.ts";
import { readPages } from "#io/github/pages.ts";
import { tryOtlp } from "#io/otlp-trial.ts";

/** Everything of ours that sends requests, in a process of its own, whose environment names proxy and authority. */
const report = {
  debug() {},
  info() {},
  warn() {},
  group: <T>(_: string, work: () => Promise<T>) => work(),
  progress() {},
};
const client = githubClient({
  ...{ apiUrl: "https://api.test", token: "ghs_x", repository: "o/r", clock: systemClock },
  ...{ report, retryBaseMs: 1 },
});
const tell = (work: Promise<unknown>) => work.catch((error: unknown) => `failed: ${String(error)}`);
const log = async () => {
  let text = "";
  const { problem } = await (await client.jobLog(1)).read((piece) => {
    text += new TextDecoder().decode(piece);
  });
  return problem ?? text;
};
const told = {
  repository: await tell(client.repository()),
  rate: await tell(client.probe("/rate_limit").then(({ status }) => status)),
  pages: await tell(readPages(client.probe, "o/r")),
  log: await tell(log()),
  otlp: await tell(tryOtlp("https://otlp.test", "").then(({ state, detail }) => `${state}: ${detail}`)),
};
process.stdout.write(JSON.stringify(told));
