/**
 * The little of Markdown that is shown: paragraphs, lists, code, headings, and links to the web. Everything else
 * stays the text that it is; nothing ever becomes markup of its own.
 */
export type Block =
  | { kind: "paragraph" | "heading"; text: Inline[] }
  | { kind: "list"; ordered: boolean; items: Inline[][] }
  | { kind: "code"; text: string };

export type Inline =
  | { kind: "text" | "code" | "strong"; text: string }
  | { kind: "link"; text: string; address: string };

export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  let list: { ordered: boolean; items: string[] } | null = null;
  let code: { fence: string; lines: string[] } | null = null;

  function flush(): void {
    if (paragraph.length > 0) blocks.push({ kind: "paragraph", text: inlineOf(paragraph.join(" ")) });
    if (list !== null) blocks.push({ kind: "list", ordered: list.ordered, items: list.items.map(inlineOf) });
    paragraph = [];
    list = null;
  }

  for (const line of markdown.split("\n")) {
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (code !== null) {
      if (fence?.startsWith(code.fence)) {
        blocks.push({ kind: "code", text: code.lines.join("\n") });
        code = null;
      } else code.lines.push(line);
      continue;
    }
    const heading = /^#{1,6}[ \t]+(\S.*)$/.exec(line)?.[1];
    const item = /^ {0,8}(?:([-*+])|\d{1,4}[.)])[ \t]+(\S.*)$/.exec(line);
    if (fence !== undefined) {
      flush();
      code = { fence, lines: [] };
    } else if (heading !== undefined) {
      flush();
      blocks.push({ kind: "heading", text: inlineOf(heading) });
    } else if (item !== null) {
      const ordered = item[1] === undefined;
      if (list === null || list.ordered !== ordered) {
        flush();
        list = { ordered, items: [] };
      }
      list.items.push(item[2] ?? "");
    } else if (line.trim() === "") flush();
    else if (list !== null && /^\s/.test(line)) list.items.push(`${list.items.pop() ?? ""} ${line.trim()}`);
    else {
      if (list !== null) flush();
      paragraph.push(line.trim());
    }
  }
  if (code !== null) blocks.push({ kind: "code", text: code.lines.join("\n") });
  flush();
  return blocks;
}

/** Bounded everywhere, so that no text makes it run long. */
const INLINE =
  /`([^`\n]{1,500})`|\*\*([^*\n]{1,500})\*\*|\[([^[\]\n]{1,300})\]\((https?:\/\/[^\s()<>]{1,1000})\)|(https?:\/\/[^\s()<>]{1,1000})/g;

function inlineOf(text: string): Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, code, strong, label, address, bare] = match;
    if (match.index > end) parts.push({ kind: "text", text: text.slice(end, match.index) });
    if (code !== undefined) parts.push({ kind: "code", text: code });
    else if (strong !== undefined) parts.push({ kind: "strong", text: strong });
    else parts.push({ kind: "link", text: label ?? bare ?? "", address: address ?? bare ?? "" });
    end = match.index + whole.length;
  }
  if (end < text.length) parts.push({ kind: "text", text: text.slice(end) });
  return parts;
}
