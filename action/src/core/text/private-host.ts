/**
 * Whether a host of an address is this machine or one beside it: loopback, private and link-local networks, and names
 * that no public server has. What a public name resolves to is not looked at.
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "").toLowerCase();
  if (host === "localhost" || /\.(?:localhost|local|internal|home\.arpa)$/.test(host)) return true;
  if (host.includes(":")) return PRIVATE_V6.test(host);
  const parts = host.split(".").map(Number);
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part))) return !host.includes(".");
  const [a = 0, b = 0] = parts;
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168)
  );
}

/** Loopback, unspecified, unique local, link local, and IPv4 in its clothes. */
const PRIVATE_V6 = /^(?:::1?$|f[cd]|fe[89ab]|::ffff:)/;
