import type { Uses } from "#core/inventory/model.ts";

/** Whether what is used can change under its name; what is GitHub's own or the repository's is taken as it is. */
export function isUnpinned({ text, name, ref }: Uses): boolean {
  if (text.startsWith("./")) return false;
  if (text.startsWith("docker://")) return !/@sha256:[0-9a-f]{64}$/.test(text);
  if (/^(?:actions|github)\//i.test(name)) return false;
  return !/^[0-9a-f]{40}$/.test(ref ?? "");
}
