import * as z from "zod";
import { bounded } from "#core/redact/bounded.ts";
import { redactWithin } from "#core/redact/redact.ts";
import { toUtc } from "#core/time.ts";

/**
 * Fields of GitHub's payloads as they really come: missing, null, empty or of another kind than published all
 * mean unknown, and unknown is null. Only what a record cannot do without is required.
 */
export const Id = z.number().int().positive();

/** Longer than any name, title or path that GitHub takes; a server that sends more is not believed to the end. */
const MOST_TEXT = 1_000;

/** Of a job, a step or a label. */
const MOST_NAME = 400;

export const Text = z
  .string()
  .nullish()
  .catch(null)
  .transform((text) => (text ? bounded(text, MOST_TEXT) : null));

/** GitHub takes 65,536 characters, and ours are known again by their end. */
const MOST_BODY = 70_000;

/** The text of an issue or a comment. */
export const Body = z
  .string()
  .nullish()
  .catch(null)
  .transform((text) => (text ? bounded(text, MOST_BODY) : null));

/** What somebody called a thing: without secrets before it is stored, and the same for the same name. */
export const Name = z.string().transform(withoutSecrets);

/** What a run has many of, each on every page about it: longer than any that people read. */
export const ShortName = z.string().transform((name) => redactWithin(name, MOST_NAME).text);

/** A name, title or sentence that may be missing. */
export const NameOrNull = z
  .string()
  .nullish()
  .catch(null)
  .transform((text) => (text ? withoutSecrets(text) : null));

/** Git keeps what is committed when GitHub no longer does, so names are redacted as logs are. */
export function withoutSecrets(name: string): string {
  return redactWithin(name, MOST_TEXT).text;
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

/** The first of a list; what is beyond them costs nothing. */
export const atMost = <Item extends z.ZodType>(most: number, item: Item) =>
  z
    .array(z.unknown())
    .transform((items) => items.slice(0, most))
    .pipe(z.array(item));

/** What came of reading a payload; `problem` says in short which field is wrong. */
export type Reading<T> = { value: T; problem: null } | { value: null; problem: string };

export function read<T>(schema: z.ZodType<T>, payload: unknown): Reading<T> {
  const result = schema.safeParse(payload);
  if (result.success) return { value: result.data, problem: null };
  const issue = result.error.issues[0];
  return { value: null, problem: `${issue?.path.join(".") || "payload"}: ${issue?.message ?? "unreadable"}` };
}
