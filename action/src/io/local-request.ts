import type { IncomingHttpHeaders } from "node:http";

/**
 * What listens on this machine is reached by every page that a browser on it shows, in a job by those that an agent
 * opens. Such a request is known by what browsers say of it and pages cannot change (Fetch Metadata, Origin, Host);
 * programs say nothing of the kind.
 *
 * @returns why it is refused, or null
 */
export function foreignPage({ host, origin, ...rest }: IncomingHttpHeaders): string | null {
  // A page may let its own name resolve to this machine; its requests then say that name.
  if (!isLoopback(host)) return "only requests to 127.0.0.1, [::1] or localhost are answered";
  if (origin !== undefined && origin !== `http://${host}`) return `pages of ${origin} are not answered`;
  const site = rest["sec-fetch-site"];
  if (site === undefined || site === "same-origin" || site === "none") return null;
  const isFollowedLink = rest["sec-fetch-mode"] === "navigate" && rest["sec-fetch-dest"] === "document";
  return isFollowedLink ? null : `requests that a browser calls ${site} are not answered`;
}

function isLoopback(host: string | undefined): boolean {
  return host !== undefined && /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i.test(host);
}
