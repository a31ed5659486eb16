import { readFile, stat } from "node:fs/promises";
import { UserError } from "#core/errors.ts";

/** Bills of a year are smaller. */
const MOST_BYTES = 256_000_000;

/**
 * A text that a user names.
 *
 * @throws UserError where there is none, or it is larger than anything real
 */
export async function readTextFile(path: string): Promise<string> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new UserError(`cannot read ${path}`, "Name a file that is there and may be read.", { cause });
  });
  if (!found.isFile()) throw new UserError(`${path} is no file`, "Name a file.");
  if (found.size > MOST_BYTES)
    throw new UserError(
      `${path} has ${found.size} bytes, more than ${MOST_BYTES}`,
      "Split it, by month for example, and give the parts one by one.",
    );
  return readFile(path, "utf8");
}
