import type { Repository } from "#core/inventory/model.ts";
import type { Source } from "#core/inventory/source.ts";
import { sha256 } from "#core/sha256.ts";

/**
 * Whether gh-aw's compiled workflow belongs to its Markdown: null where it does, or where it cannot be told. The head
 * of the one holds a hash of the other's front matter; with imports, or without that hash, nothing is claimed.
 */
export function compiledSource({ path, text }: Source, repository: Pick<Repository, "read">): string | null {
  const markdown = path.replace(/\.lock\.ya?ml$/, ".md");
  const source = repository.read(markdown);
  if (source === null) return `${markdown}, which it is compiled from, is not there`;
  const [hash, front] = [hashIn(text), frontMatter(source)];
  if (hash === null || front === null || /^imports:/m.test(front.matter)) return null;
  return hash === hashOf(front) ? null : `${markdown} was changed after it was compiled`;
}

function hashIn(lock: string): string | null {
  const head = lock.slice(0, 8000);
  return (
    /^# gh-aw-metadata: .*"frontmatter_hash":"([0-9a-f]{64})"/m.exec(head)?.[1] ??
    /^# frontmatter-hash: ([0-9a-f]{64})\s*$/m.exec(head)?.[1] ??
    null
  );
}

type FrontMatter = { matter: string; body: string };

function frontMatter(markdown: string): FrontMatter | null {
  const lines = markdown.split("\n");
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === "---");
  if (lines[0]?.trim() !== "---" || end === -1) return null;
  return { matter: lines.slice(1, end).join("\n"), body: lines.slice(end + 1).join("\n") };
}

/** As gh-aw makes it: of the front matter, and of the body's expressions that variables change. */
function hashOf({ matter, body }: FrontMatter): string {
  const expressions = [...body.matchAll(/\$\{\{([^}]+)\}\}/g)]
    .filter(([, inner = ""]) => /env\.|vars\./.test(inner))
    .map(([whole]) => whole);
  const canonical = {
    "frontmatter-text": matter.trim().replaceAll("\r\n", "\n"),
    ...(expressions.length > 0 && { "template-expressions": [...new Set(expressions)].sort() }),
  };
  return sha256(JSON.stringify(canonical));
}
