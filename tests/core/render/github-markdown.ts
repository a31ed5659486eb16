import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

/** Of these we write ourselves, and no attribute but a link's address and a cell's alignment. */
const OWN_TAGS = new Set(
  "a blockquote br code details em h3 hr li ol p pre strong sub summary table tbody td th thead tr ul".split(
    " ",
  ),
);

/** As HTML by the rules that GitHub's own renderer follows, raw HTML left in so that it is seen. */
export function rendered(markdown: string): string {
  return micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
  });
}

/** What GitHub would do with a comment besides showing its text; empty for an inert one. */
export function effects(markdown: string, ownAddress: string): string[] {
  const shown = rendered(markdown)
    .replaceAll(/<!-- agentops:[\w =.-]* -->/g, "")
    .replaceAll(/<pre><code[^>]*>[^<]*<\/code><\/pre>/g, "")
    .replaceAll(/<code>[^<]*<\/code>/g, "");
  const found: string[] = [];
  for (const [tag, name = "", rest = ""] of shown.matchAll(/<\/?([^\s/>]*)([^>]*)>/g)) {
    const address = /^ href="([^"]*)"$/.exec(rest)?.[1];
    const isOwn =
      name === "a" && address !== undefined
        ? address.startsWith(ownAddress)
        : /^(?: align="right")?(?: \/)?$/.test(rest);
    if (!OWN_TAGS.has(name) || !isOwn) found.push(tag);
  }
  // GitHub looks for these in what is shown, whatever Markdown made of it.
  const text = shown
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
  for (const pattern of [/@\w[\w/-]*/g, /#\d+/g, /\bGH-\d+/gi, /\b(?:https?|ftp):\/\/\S+/gi, /\bwww\.\S+/gi])
    found.push(...(text.match(pattern) ?? []));
  return found;
}
