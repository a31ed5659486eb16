/** 32 bits of FNV-1a as eight hex digits: the same text has the same colour and address on every build. */
export function fnv1a(text: string): string {
  return fnv1aNumber(text).toString(16).padStart(8, "0");
}

export function fnv1aNumber(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

/** 64 bits of FNV-1a as sixteen hex digits, for what is stored and must not collide. */
export function fnv1a64(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, "0");
}
