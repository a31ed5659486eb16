type Environment = Readonly<Record<string, string | undefined>>;

/** These are on this machine, where no proxy reaches. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;
const PORTS: Readonly<Record<string, string>> = { "http:": "80", "https:": "443" };

/** The proxy through which an address is asked, from the variables that GitHub's runners know; null: none. */
export function proxyFor(url: URL, environment: Environment = process.env): string | null {
  const name = url.protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY";
  const proxy = environment[name.toLowerCase()] || environment[name];
  if (!proxy || LOOPBACK.test(url.hostname)) return null;
  const exceptions = environment["no_proxy"] || environment["NO_PROXY"] || "";
  if (exceptions.split(/[\s,]+/).some((exception) => covers(exception.toLowerCase(), url))) return null;
  return /^[a-z][a-z\d+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`;
}

/** `*`, `host`, `.domain`, `*.domain`, each with or without a port; a domain covers what is below it. */
function covers(exception: string, url: URL): boolean {
  if (exception === "*") return true;
  const [, name = "", port] = /^(.*?)(?::(\d+))?$/.exec(exception.replace(/^\*?\./, "")) ?? [];
  if (name === "" || (port !== undefined && port !== (url.port || PORTS[url.protocol]))) return false;
  return url.hostname === name || url.hostname.endsWith(`.${name}`);
}
