import * as z from "zod";
import { redact } from "#core/redact/redact.ts";
import { toUtc } from "#core/time.ts";

/**
 * Fields of GitHub's payloads as they really come: missing, null, empty or of another kind than published all
 * mean unknown, and unknown is null. Only what a record cannot do without is required.
 */
export const Id = z.number().int().positive();

export const Text = z
  .string()
  .nullish()
  .catch(null)
  .transform((text) => text || null);

/** What somebody called a thing: without secrets before it is stored, and the same for the same name. */
export const Name = z.string().transform(withoutSecrets);

/** A name, title or sentence that may be missing. */
export const NameOrNull = Text.transform((text) => (text === null ? null : withoutSecrets(text)));

/** Git keeps what is committed when GitHub no longer does, so names are redacted as logs are. */
export function withoutSecrets(name: string): string {
  return redact(name).text;
}

export const Time = z
  .string()
  .nullish()
  .catch(null)
  .transform((text) => toUtc(text));

/** Who: deleted people are null or missing. */
export const Login = z
  .object({ login: Text })
  .nullish()
  .catch(null)
  .transform((user) => user?.login ?? null);

export const Count = z.number().int().nonnegative().catch(0);

/** What came of reading a payload; `problem` says in short which field is wrong. */
export type Reading<T> = { value: T; problem: null } | { value: null; problem: string };

export function read<T>(schema: z.ZodType<T>, payload: unknown): Reading<T> {
  const result = schema.safeParse(payload);
  if (result.success) return { value: result.data, problem: null };
  const issue = result.error.issues[0];
  return { value: null, problem: `${issue?.path.join(".") || "payload"}: ${issue?.message ?? "unreadable"}` };
}
