import type { GitHubLogs, LogArchive, LogSource } from "#app/effects.ts";
import { describe } from "#core/errors.ts";
import { openArchive } from "#io/archive.ts";
import { abortedRequest } from "#io/github/aborted.ts";
import { http } from "#io/http.ts";
import { withoutZstd } from "#io/zstd.ts";

/** Asks the API where a download lies; the address is valid for a minute. */
type AddressOf = (route: string, parameters: object) => Promise<string>;

/** As an endpoint, in what is said of it. */
const STORAGE = "log storage";
const REPOSITORY = "/repos/{owner}/{repo}";
/** GitHub's storage breaks off now and then; every try asks for a new address. */
const TRIES = 3;
/** A gigabyte comes in that time; a sync's job ends five minutes after its last request may begin. */
const TIMEOUT_MS = 120_000;
/** An archive is held in memory while it is read. */
const LARGEST_ARCHIVE = 256 * 1024 * 1024;
const LARGEST_LOG = 1024 * 1024 * 1024;

/**
 * Downloads of logs, from another host than the API's and without its token.
 *
 * @param signal ends those under way, which then throw RequestFailed: a log that was let go is not one that broke off
 */
export function logDownloads(addressOf: AddressOf, signal?: AbortSignal): GitHubLogs {
  async function archive(route: string, parameters: object): Promise<LogArchive> {
    let refusal = "";
    for (let tries = 0; tries < TRIES; tries += 1) {
      const address = await addressOf(route, parameters);
      try {
        return await archiveAt(address, signal);
      } catch (error) {
        if (signal?.aborted) throw abortedRequest(signal, STORAGE);
        refusal = describe(error);
      }
    }
    return { status: "refused", reason: "not downloaded", detail: refusal, mayPass: true };
  }

  return {
    attemptLogs: (run_id, attempt_number) =>
      archive(`${REPOSITORY}/actions/runs/{run_id}/attempts/{attempt_number}/logs`, {
        run_id,
        attempt_number,
      }),
    artifact: async (artifact_id) => {
      const opened = await archive(`${REPOSITORY}/actions/artifacts/{artifact_id}/{archive_format}`, {
        artifact_id,
        archive_format: "zip",
      });
      return opened.status === "refused" ? opened : { ...opened, entries: opened.entries.map(withoutZstd) };
    },
    async jobLog(job_id) {
      const address = await addressOf(`${REPOSITORY}/actions/jobs/{job_id}/logs`, { job_id });
      return logAt(address, `job ${job_id}`, signal);
    },
  };
}

async function archiveAt(address: string, signal?: AbortSignal): Promise<LogArchive> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of await bodyOf(address, signal)) {
    bytes += piece.length;
    if (bytes > LARGEST_ARCHIVE)
      return { status: "refused", reason: "too_large", detail: `more than ${LARGEST_ARCHIVE} bytes` };
    pieces.push(piece);
  }
  return openArchive(Buffer.concat(pieces));
}

function logAt(address: string, name: string, signal?: AbortSignal): LogSource {
  return {
    name,
    async read(push) {
      let bytes = 0;
      try {
        for await (const piece of await bodyOf(address, signal)) {
          bytes += piece.length;
          push(piece);
          if (bytes > LARGEST_LOG) return { bytes, problem: `only the first ${bytes} bytes were read` };
        }
        return { bytes, problem: null };
      } catch (error) {
        if (signal?.aborted) throw abortedRequest(signal, STORAGE);
        return { bytes, problem: `broke off after ${bytes} bytes: ${describe(error)}` };
      }
    },
  };
}

async function bodyOf(address: string, signal?: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
  // The readers above count, because what is too large is no failure of the request.
  const limits = { timeoutMs: TIMEOUT_MS, largest: Number.POSITIVE_INFINITY };
  const response = await http(address, { ...limits, signal });
  if (!response.ok || response.body === null) throw new Error(`the storage answers ${response.status}`);
  return response.body;
}
