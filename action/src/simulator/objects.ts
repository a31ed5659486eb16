import { createHash } from "node:crypto";
import { fileOn } from "#simulator/bare-repository.ts";
import type { SimulatedRepository } from "#simulator/model.ts";

/** A file's id in git, which is the hash of its content. */
export function blobId(text: string): string {
  const bytes = Buffer.from(text);
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

/** The text behind `<commit>:<path>` or `<branch>:<path>`; null: there is no such commit, branch or file. */
export function textAt(repository: SimulatedRepository, expression: string): string | null {
  const [, sha = "", path = ""] = /^([^:]+):(.*)$/s.exec(expression) ?? [];
  if (sha === "HEAD") return repository.files.get(path) ?? null;
  if (!/^[0-9a-f]{40}$/.test(sha))
    return repository.bare === undefined ? null : fileOn(repository.bare, sha, path);
  const run = repository.runs
    .flatMap(({ attempts }) => attempts)
    .find(({ run }) => run.head_sha === sha)?.run;
  if (run === undefined) return null;
  const at = run.head_commit?.timestamp ?? run.created_at;
  const former = repository.formerFiles?.get(path)?.find(({ until }) => Date.parse(at) < Date.parse(until));
  return former?.text ?? repository.files.get(path) ?? null;
}
