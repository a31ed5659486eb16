import * as z from "zod";

/** A file as it was at a commit. */
export type FileAt = { sha: string; path: string };

/** So many files are asked for at once, which costs one point of the hour's 1,000. */
export const FILES_PER_QUERY = 25;

/** The first digits of a blob's id, which is the hash of its content. */
const DIGITS = 12;

/** One request for the content hashes of all these files; `text`: what stands in them too. */
export function filesQuery(repository: string, files: readonly FileAt[], text: boolean) {
  const [owner = "", name = ""] = repository.split("/");
  const fields = text ? "oid text" : "oid";
  // Strings of JSON are strings of GraphQL.
  const asked = files.map(
    ({ sha, path }, index) =>
      `f${index}: object(expression: ${JSON.stringify(`${sha}:${path}`)}) { ... on Blob { ${fields} } }`,
  );
  return {
    query: `query ($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) { ${asked.join(" ")} }
}`,
    variables: { owner, name },
  };
}

const Blob = z.object({ oid: z.string().regex(/^[0-9a-f]{40,64}$/), text: z.string().nullish() });
const Body = z.object({
  data: z.object({ repository: z.record(z.string(), z.unknown()).nullish() }).nullish(),
});

export type FileVersion = { version: string; text: string | null };

/** In the order of the files; null: there is none, or GitHub does not say. */
export function readFileVersions(body: unknown, files: readonly FileAt[]): (FileVersion | null)[] {
  const found = Body.safeParse(body).data?.data?.repository ?? {};
  return files.map((_, index) => {
    const { data } = Blob.safeParse(found[`f${index}`]);
    return data === undefined ? null : { version: data.oid.slice(0, DIGITS), text: data.text ?? null };
  });
}

/** `prompt-file: .github/prompts/review.md`, as several agents' actions call an input and their programs an option. */
const PROMPT_FILE = /prompt[-_]file(?:[ \t]*[:=][ \t]*|[ \t]+)["']?([^\s"'#]+)/gi;

/** The file in the repository that a workflow names for its agent's prompt; null where it names none, or several. */
export function promptFileOf(workflow: string): string | null {
  const named = new Set(
    [...workflow.matchAll(PROMPT_FILE)].map(([, path = ""]) => path.replace(/^\.\//, "")),
  );
  const [path] = named;
  return path === undefined || named.size > 1 || /[$*{}|>]|^\/|\.\./.test(path) ? null : path;
}
