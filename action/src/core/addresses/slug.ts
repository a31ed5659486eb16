/** Longer names make addresses that chats and file systems cut. */
const LONGEST = 60;

/**
 * Addresses for named things: lower case, digits and dashes, whatever the name is made of. The first to come
 * keeps the plain slug, so give the items in an order that new ones are appended to (by id).
 *
 * @param reserved what other pages of the same folder are called
 */
export function uniqueSlugs(
  items: readonly { id: number; text: string }[],
  reserved: readonly string[],
): Map<number, string> {
  const taken = new Set(reserved);
  const slugs = new Map<number, string>();
  for (const { id, text } of items) {
    const plain = slugOf(text);
    const slug = plain === "" || taken.has(plain) ? `${plain === "" ? "x" : plain}-${id}` : plain;
    taken.add(slug);
    slugs.set(id, slug);
  }
  return slugs;
}

function slugOf(text: string): string {
  const words =
    text
      .normalize("NFKD")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return words.join("-").slice(0, LONGEST).replace(/-$/, "");
}
