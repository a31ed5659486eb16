import { resolve } from "node:path";
import { reconcileBill } from "#app/reconcile.ts";
import { UserError } from "#core/errors.ts";
import { reconcileText } from "#core/render/reconcile-text.ts";
import { readTextFile } from "#io/text-file.ts";
import type { Context, Outcome } from "./context.ts";
import type { Extras } from "./extras.ts";
import { openRecords } from "./records.ts";

/** Compares a bill with the ledger; exit code 1 where they differ. Asks GitHub nothing, and stores nothing. */
export async function reconcileFile(
  context: Context,
  { words, json }: Pick<Extras, "words" | "json">,
): Promise<Outcome> {
  const [file, ...more] = words;
  if (file === undefined || more.length > 0)
    throw new UserError(
      "it is not said what to compare with the ledger",
      "Name one bill: agentops reconcile FILE, a usage report of GitHub's or a provider's costs, as CSV.",
    );
  const text = await readTextFile(resolve(context.surroundings.workspace, file));
  const records = await openRecords(context);
  try {
    const { store, repository, config, cron } = records;
    const found = await reconcileBill(
      { store, clock: context.clock },
      { repository, config, server: context.surroundings.serverUrl, cron, now: null },
      text,
    );
    context.print(json ? JSON.stringify(found) : reconcileText(found, context.colour));
    return { exitCode: found.rows.every(({ outcome }) => outcome === "match") ? 0 : 1 };
  } finally {
    await records.close();
  }
}
