import * as z from "zod";
import { UserError } from "#core/errors.ts";
import { didYouMean } from "#core/nearest.ts";

/** What users write as inputs and flags are texts; these are the kinds of value they stand for. */

export const text = z.string();
export const flag = z
  .string()
  .regex(/^(true|false)$/i, "must be true or false")
  .transform((value) => value.toLowerCase() === "true");
export const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, "must be a whole number")
    .transform(Number)
    .pipe(z.number().min(least, `must be at least ${least}`).max(most, `must be at most ${most}`));
export const lines = z.string().transform((value) =>
  value
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean),
);
export const repositoryName = z
  .string()
  .regex(/^[\w.-]+\/[\w.-]+$/, "must be owner/name")
  .refine((name) => !name.split("/").some((part) => /^\.+$/.test(part)), "must be owner/name");

/**
 * Texts by name to typed values. An empty text means the default, because that is what a runner passes for an input
 * left out.
 *
 * @param spelled how the user wrote a name: `--data-dir` or ``input `data-dir` ``, for messages
 * @throws UserError naming every text that is wrong, and what it should be
 */
export function parseTexts<Table extends z.ZodRawShape>(
  table: z.ZodObject<Table>,
  given: Readonly<Record<string, string | boolean | undefined>>,
  spelled: (name: string) => string,
): z.infer<z.ZodObject<Table>> {
  const filled = Object.entries(given).flatMap(([name, value]) => {
    const trimmed = typeof value === "string" ? value.trim() : value;
    return trimmed === "" || trimmed === undefined ? [] : [[name, trimmed]];
  });
  const parsed = table.safeParse(Object.fromEntries(filled), { reportInput: true });
  if (parsed.success) return parsed.data;
  const complaints = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const hint =
      issue.code === "invalid_value" ? didYouMean(String(issue.input), issue.values.map(String)) : "";
    return `${spelled(name)} ${issue.message}${hint}, not ${JSON.stringify(issue.input)}`;
  });
  throw new UserError(complaints.join("\n"), "Correct it, or leave it out for the default.");
}
