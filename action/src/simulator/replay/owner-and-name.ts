/** `owner/name` of whatever carries an address of the API or the website. Throws when it carries none. */
export function ownerAndName(payload: { id: number; url?: string; html_url?: string | null }): string {
  const address = payload.url ?? payload.html_url ?? "";
  const fullName = /^https?:\/\/[^/]+\/(?:repos\/)?([^/]+\/[^/?#]+)/.exec(address)?.[1];
  if (fullName === undefined)
    throw new Error(`Recorded object ${payload.id} names no repository: it has neither url nor html_url.`);
  return fullName;
}
