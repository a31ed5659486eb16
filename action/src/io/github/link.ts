/**
 * The address of the next page, from the `Link` header; null on the last one.
 *
 * @throws Error when it leads elsewhere: the token goes to the API's origin only
 */
export function nextPage(link: string | undefined, apiUrl: string): string | null {
  const next = /<([^<>]+)>\s*;\s*rel="next"/.exec(link ?? "")?.[1];
  if (next === undefined) return null;
  if (new URL(next).origin !== new URL(apiUrl).origin)
    throw new Error(`the next page is not at ${new URL(apiUrl).origin}`);
  return next;
}
