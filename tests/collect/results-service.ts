import { createServer, type IncomingMessage } from "node:http";
import AdmZip from "adm-zip";
import { listenOnFreePort } from "#io/port.ts";

type UploadedArtifact = { name: string; expiresAt: string | null; entries: Map<string, string> };

/** The results service of GitHub as `@actions/artifact` 6 speaks to it, and the blob store behind it. */
export type ResultsService = {
  /** What a runner gives the steps of an Action. */
  env: { ACTIONS_RUNTIME_TOKEN: string; ACTIONS_RESULTS_URL: string };
  artifacts: UploadedArtifact[];
  close(): Promise<void>;
};

type Upload = { name: string; expiresAt: string | null; blocks: Map<string, Buffer>; blob: Buffer | null };

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const TOKEN = `${base64url({ alg: "none" })}.${base64url({ scp: "Actions.Results:run-backend:job-backend" })}.x`;

export async function resultsService(): Promise<ResultsService> {
  const uploads = new Map<string, Upload>();
  const artifacts: UploadedArtifact[] = [];

  async function twirp(method: string, request: IncomingMessage): Promise<object | null> {
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return null;
    const message = JSON.parse((await bodyOf(request)).toString("utf8"));
    const name = message.name ?? message.Name;
    if (method === "CreateArtifact") {
      const expiresAt = message.expiresAt ?? message.expires_at ?? null;
      uploads.set(name, { name, expiresAt, blocks: new Map(), blob: null });
      return { ok: true, signed_upload_url: `${url}/blobs/${encodeURIComponent(name)}?sig=s3cr3t` };
    }
    const upload = uploads.get(name);
    if (method !== "FinalizeArtifact" || upload?.blob == null) return null;
    const entries = new AdmZip(upload.blob).getEntries();
    artifacts.push({
      name,
      expiresAt: upload.expiresAt,
      entries: new Map(entries.map((entry) => [entry.entryName, entry.getData().toString("utf8")])),
    });
    return { ok: true, artifact_id: String(artifacts.length) };
  }

  /** Blocks come in any order; the list that ends the upload says theirs. Small blobs come whole. */
  async function blob(name: string, query: URLSearchParams, request: IncomingMessage): Promise<boolean> {
    const upload = uploads.get(name);
    if (upload === undefined || query.get("sig") !== "s3cr3t") return false;
    const body = await bodyOf(request);
    if (query.get("comp") === "block") upload.blocks.set(query.get("blockid") ?? "", body);
    else if (query.get("comp") === "blocklist") {
      const ids = [...body.toString("utf8").matchAll(/<(?:Latest|Uncommitted)>([^<]+)</g)];
      upload.blob = Buffer.concat(ids.map(([, id = ""]) => upload.blocks.get(id) ?? Buffer.alloc(0)));
    } else upload.blob = body;
    return true;
  }

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://service");
    const [, kind, name = ""] = pathname.split("/");
    if (kind === "twirp") {
      const answer = await twirp(pathname.split("/").at(-1) ?? "", request);
      response.writeHead(answer === null ? 400 : 200, { "content-type": "application/json" });
      response.end(JSON.stringify(answer ?? { code: "invalid_argument", msg: "no" }));
      return;
    }
    const isStored = await blob(decodeURIComponent(name), searchParams, request);
    response.writeHead(isStored ? 201 : 403, { etag: '"1"', "x-ms-request-id": "1" });
    response.end();
  });
  const url = `http://127.0.0.1:${await listenOnFreePort(server, 0)}`;
  return {
    env: { ACTIONS_RUNTIME_TOKEN: TOKEN, ACTIONS_RESULTS_URL: `${url}/` },
    artifacts,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
