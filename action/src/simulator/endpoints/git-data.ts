import { type Answer, json, notFound } from "#simulator/answer.ts";
import { blob, gitIn, tipOf } from "#simulator/bare-repository.ts";
import type { ApiRequest } from "#simulator/request.ts";

/** Git's own objects by the API, as far as the first commit of a branch needs them. */

export function createTree({ repository: { bare }, body }: ApiRequest): Answer {
  if (bare === undefined) return notFound();
  const entries = body["tree"] as { path: string; mode: string; content: string }[];
  const env = { GIT_INDEX_FILE: `${bare}/tree-index` };
  gitIn(bare, ["read-tree", "--empty"], "", env);
  const lines = entries.map(({ path, mode, content }) => `${mode} ${blob(bare, content)}\t${path}\0`);
  gitIn(bare, ["update-index", "-z", "--index-info"], lines.join(""), env);
  return json({ sha: gitIn(bare, ["write-tree"], "", env) }, 201);
}

export function createCommit({ repository: { bare }, body }: ApiRequest): Answer {
  if (bare === undefined) return notFound();
  const parents = (body["parents"] as string[]).flatMap((parent) => ["-p", parent]);
  const sha = gitIn(bare, ["commit-tree", String(body["tree"]), ...parents, "-m", String(body["message"])]);
  return json({ sha }, 201);
}

export function createRef({ repository: { bare }, body }: ApiRequest): Answer {
  if (bare === undefined) return notFound();
  const [ref, sha] = [String(body["ref"]), String(body["sha"])];
  const isTaken = tipOf(bare, ref.replace("refs/heads/", "")) !== null;
  if (isTaken) return json({ message: "Reference already exists" }, 422);
  gitIn(bare, ["update-ref", ref, sha]);
  return json({ ref, object: { type: "commit", sha } }, 201);
}
