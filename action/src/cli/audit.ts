import { askAccess } from "#app/ask-access.ts";
import { buildDocuments, type DocumentOptions } from "#app/documents.ts";
import { shownStore } from "#app/shown-store.ts";
import { audit as auditRow } from "#core/documents/audit/document.ts";
import { compliance as complianceRow } from "#core/documents/compliance/document.ts";
import { auditText } from "#core/render/audit-text.ts";
import { inertJson } from "#core/render/inert-json.ts";
import { githubClient } from "#io/github/client.ts";
import type { Context, Outcome } from "./context.ts";
import { documentOptions } from "./dashboard.ts";
import type { Extras } from "./extras.ts";
import { openToRead } from "./read-records.ts";
import type { ReadRecords } from "./reported-records.ts";

/** Prints the audit and the compliance checks. Exits 1 where one failed, with `strict` also where one is unknown. */
export async function audit(
  context: Context,
  { json, strict }: Pick<Extras, "json" | "strict">,
): Promise<Outcome> {
  const records = await openToRead(context, null);
  try {
    const { clock, print, colour } = context;
    const store = await shownStore(records.store, records.config.privacy);
    const options = { ...(await documentOptions(records, context)), ...asking(context, records) };
    const { documents } = await buildDocuments({ store, clock }, options, "audit", {
      rows: [auditRow, complianceRow],
    });
    const { audit: made, compliance } = documents;
    print(json ? inertJson({ compliance, audit: made }) : auditText(made, compliance, colour));
    return { exitCode: compliance.fail > 0 || (strict && compliance.unknown > 0) ? 1 : 0 };
  } finally {
    await records.close();
  }
}

/** Without a token nobody is asked. */
function asking(context: Context, { repository, store }: ReadRecords): Pick<DocumentOptions, "askAccess"> {
  const { options, surroundings, clock, report } = context;
  const { token } = options;
  if (token === "") return {};
  const { probe } = githubClient({ apiUrl: surroundings.apiUrl, token, repository, clock, report });
  const isOwnBranch = options.commit && options["data-branch"] !== ".";
  return {
    async askAccess(paths) {
      const known = await store.readRepository();
      return askAccess(probe, {
        ...{ repository, paths, defaultBranch: known?.default_branch ?? null },
        dataBranch: isOwnBranch ? options["data-branch"] : null,
      });
    },
  };
}
