import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { RepositoryPayload, WorkflowPayload } from "#simulator/model.ts";

/** One recorded exchange, as wiremock stores it. The body is inline, base64 or a file beside the mappings. */
type Mapping = {
  request: { url?: string; method?: string };
  response: {
    status: number;
    body?: string;
    base64Body?: string;
    bodyFileName?: string;
    headers?: Record<string, string>;
  };
};
type Exchange = Mapping & { folder: string };

export type Recordings = {
  /** By `owner/name`. */
  repositories: Map<string, RepositoryPayload>;
  workflows: Map<string, WorkflowPayload[]>;
  /** Text by job id. */
  jobLogs: Map<number, string>;
  /** ZIP by run id. */
  runArchives: Map<number, Buffer>;
  /** Addresses that redirected to a download which is not here. */
  logsWithoutBody: string[];
};

const REPOSITORY = /^\/repos\/([^/?]+\/[^/?]+)$/;
const WORKFLOW = /^\/repos\/([^/?]+\/[^/?]+)\/actions\/workflows\/[^/?]+$/;
const LOGS = /^\/repos\/[^/?]+\/[^/?]+\/actions\/(jobs|runs)\/(\d+)\/logs$/;

/** Reads every `mappings/*.json` below the folder's `hub4j/`. Of repeated reads the first is kept. */
export async function readRecordings(folder: string): Promise<Recordings> {
  const exchanges = await readExchanges(join(folder, "hub4j"));
  const recordings: Recordings = {
    repositories: new Map(),
    workflows: new Map(),
    jobLogs: new Map(),
    runArchives: new Map(),
    logsWithoutBody: [],
  };
  for (const exchange of exchanges) {
    const { url = "" } = exchange.request;
    const { status } = exchange.response;
    if (status === 200) await keepPayload(recordings, url, exchange);
    if (status === 302) await followLogs(recordings, url, exchange, exchanges);
  }
  return recordings;
}

async function keepPayload(recordings: Recordings, url: string, exchange: Exchange): Promise<void> {
  const repository = REPOSITORY.exec(url)?.[1];
  if (repository && !recordings.repositories.has(repository))
    recordings.repositories.set(repository, await readJson(exchange));
  const owner = WORKFLOW.exec(url)?.[1];
  if (owner === undefined) return;
  const workflow: WorkflowPayload = await readJson(exchange);
  const known = recordings.workflows.get(owner) ?? [];
  if (!known.some(({ id }) => id === workflow.id)) recordings.workflows.set(owner, [...known, workflow]);
}

/** The download behind a redirect was recorded under another host, by path and query. */
async function followLogs(
  recordings: Recordings,
  url: string,
  { response }: Exchange,
  exchanges: readonly Exchange[],
): Promise<void> {
  const [, kind, id] = LOGS.exec(url) ?? [];
  const location = Object.entries(response.headers ?? {}).find(([name]) => name.toLowerCase() === "location");
  if (kind === undefined || location === undefined) return;
  const signed = location[1].replace(/^https?:\/\/[^/]+/, "");
  const download = exchanges.find(({ request }) => request.url === signed);
  if (download === undefined) recordings.logsWithoutBody.push(url);
  else if (kind === "jobs") recordings.jobLogs.set(Number(id), (await readBody(download)).toString("utf8"));
  else recordings.runArchives.set(Number(id), await readBody(download));
}

async function readExchanges(folder: string): Promise<Exchange[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter(
      (entry) => entry.isFile() && /[\\/]mappings$/.test(entry.parentPath) && entry.name.endsWith(".json"),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(
    files.map(async (file) => ({
      ...(JSON.parse(await readFile(file, "utf8")) as Mapping),
      folder: dirname(dirname(file)),
    })),
  );
}

async function readJson<Payload>(exchange: Exchange): Promise<Payload> {
  return JSON.parse((await readBody(exchange)).toString("utf8")) as Payload;
}

async function readBody({ response, folder }: Exchange): Promise<Buffer> {
  if (response.bodyFileName !== undefined) return readFile(join(folder, "__files", response.bodyFileName));
  if (response.base64Body !== undefined) return Buffer.from(response.base64Body, "base64");
  return Buffer.from(response.body ?? "");
}
