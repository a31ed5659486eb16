import { type Answer, json, notFound } from "#simulator/answer.ts";
import { blobId } from "#simulator/objects.ts";
import type { ApiRequest } from "#simulator/request.ts";

const LINE = /.{1,60}/g;

/** A file as JSON with base64, or as itself when `Accept` asks for `raw`; a folder as the list of what is in it. */
export function getContents(request: ApiRequest): Answer {
  const { files } = request.repository;
  const path = request.parameters.path ?? "";
  const text = files.get(path);
  if (text === undefined) {
    const children = new Set([...files.keys()].flatMap((file) => childOf(path, file)));
    return children.size === 0
      ? notFound()
      : json([...children].sort().map((child) => entry(request, child, files.get(child) ?? null)));
  }
  if (request.accept.includes("raw"))
    return {
      status: 200,
      headers: { "content-type": "application/vnd.github.raw; charset=utf-8" },
      body: text,
    };
  const content = Buffer.from(text)
    .toString("base64")
    .replaceAll(LINE, (line) => `${line}\n`);
  return json({ ...entry(request, path, text), content, encoding: "base64" });
}

/** The file or folder directly in `folder` that leads to `file`. */
function childOf(folder: string, file: string): string[] {
  if (!file.startsWith(`${folder}/`)) return [];
  const [name = ""] = file.slice(folder.length + 1).split("/");
  return [`${folder}/${name}`];
}

/** `text` null: a folder. */
function entry({ repository: { repository } }: ApiRequest, path: string, text: string | null) {
  const sha = blobId(text ?? "");
  const ref = repository.default_branch;
  const url = `${repository.url}/contents/${path}?ref=${ref}`;
  const kind = text === null ? "tree" : "blob";
  const html = `${repository.html_url}/${kind}/${ref}/${path}`;
  const git = `${repository.url}/git/${kind}s/${sha}`;
  return {
    type: text === null ? "dir" : "file",
    name: path.split("/").at(-1),
    path,
    sha,
    size: Buffer.byteLength(text ?? ""),
    url,
    html_url: html,
    git_url: git,
    download_url:
      text === null ? null : `https://raw.githubusercontent.com/${repository.full_name}/${ref}/${path}`,
    _links: { self: url, git, html },
  };
}
