import { looksRandom } from "#core/redact/randomness.ts";

/** Whether what stands where a secret belongs is one: drawn by lot, not masked, not made to be shown. */
export function isValue(found: string): boolean {
  return !isPlaceholder(found) && !isPublic(found) && looksRandom(found);
}

/** People choose passwords, so a digit or sign among letters will do. */
export function isPassword(found: string): boolean {
  return (
    isValue(found) ||
    (/^(?=.*[A-Za-z])(?=.*[\d!@#$%^&*])[^\s/\\().:=-]{8,64}$/.test(found) && !isPlaceholder(found))
  );
}

/** Masked already, or a place where a value will be put. */
export function isPlaceholder(found: string): boolean {
  if (/^\$[A-Za-z_]/.test(found)) return !looksRandom(found);
  return /\*{3}|^\$[({]|^%\w{1,60}%|\$\{|\{\{|^<|^\[redacted|^(.)\1{4}|\.{3}$/.test(found);
}

/** Identifiers and digests, which are made to be shown. */
function isPublic(found: string): boolean {
  return /^(?:sha\d{1,3}|md5|blake\w{0,4})[:-]|^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b|^[a-z][a-z0-9+.-]{1,20}:\/\//i.test(
    found,
  );
}
