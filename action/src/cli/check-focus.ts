import { resolve } from "node:path";
import { validateFocus } from "#core/focus/validate.ts";
import { plural } from "#core/format.ts";
import { printableLine } from "#core/render/printable.ts";
import { readTextFile } from "#io/text-file.ts";
import type { Context, Outcome } from "./context.ts";

/** Says by which rules of FOCUS a file is wrong, by line and column; exit code 1 where it is. */
export async function checkFocus({ print, surroundings }: Context, file: string): Promise<Outcome> {
  const problems = validateFocus(await readTextFile(resolve(surroundings.workspace, file)));
  for (const { line, column, message } of problems)
    print(
      printableLine([line === null ? "" : `line ${line}`, column ?? "", message].filter(Boolean).join(": ")),
    );
  print(problems.length === 0 ? "keeps the rules of FOCUS 1.2" : plural(problems.length, "problem"));
  return { exitCode: problems.length === 0 ? 0 : 1 };
}
