import type { Category } from "#core/failures/category.ts";

export type Signature = {
  /** 16 hex digits. */
  signature: string;
  /** The message with its noise removed, at most 500 characters. */
  pattern: string;
};

/** Give the redacted message: the pattern is stored and shown. */
export function signatureOf(_category: Category, message: string): Signature {
  return { signature: "0000000000000000", pattern: message.slice(0, 500) };
}
