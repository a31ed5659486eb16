import { verifyEvents } from "#app/verify.ts";
import { UserError } from "#core/errors.ts";
import { inertJson } from "#core/render/inert-json.ts";
import { verificationText } from "#core/render/verification-text.ts";
import type { Context, Outcome } from "./context.ts";
import type { Extras } from "./extras.ts";
import { openRecords } from "./records.ts";

/** Exits 1 where the history of the audit trail is not what it should be. */
export async function verify(
  context: Context,
  { "commit-since": since, json }: Pick<Extras, "commit-since" | "json">,
): Promise<Outcome> {
  const records = await openRecords(context);
  try {
    if (records.branch === null)
      throw new UserError(
        "these records are in a folder, which has no history to verify",
        "Leave --commit false out: the data branch's commits are what is verified.",
      );
    const found = await verifyEvents(records.store, records.branch.history(), since);
    context.print(json ? inertJson(found) : verificationText(found, context.colour));
    return { exitCode: found.findings.length === 0 ? 0 : 1 };
  } finally {
    await records.close();
  }
}
