import type { Context } from "#core/attempts/context.ts";
import { type ComplianceCheck, judged } from "#core/documents/compliance/check.ts";
import { privacyRefusal } from "#core/pages-decision.ts";

/** Who can read the records and the site, as visibility and configuration tell. */
export function readerChecks({ repository, config }: Context): ComplianceCheck[] {
  const { visibility } = repository;
  const { previews, publish } = config.privacy;
  const isPublic = visibility === null ? null : visibility === "public";
  const readers = isPublic ? "everybody" : "whoever can read the repository";
  const refusal = privacyRefusal(visibility, config);
  const site = refusal !== null ? "not published" : (publish ?? "public");
  return [
    judged(
      {
        id: "records-readers",
        title: "Only who can read the code can read what agents said",
        group: "access",
      },
      isPublic === null ? null : !isPublic || previews === "none",
      isPublic === null
        ? "the repository's visibility is not known"
        : `the repository is ${visibility}: ${readers} can read the data branch; privacy.previews is ${previews}`,
      "Keep records in a private repository, or store no contents: privacy.previews: none.",
    ),
    judged(
      { id: "site-readers", title: "The site shows no more people than the code does", group: "access" },
      isPublic === null ? null : isPublic || site !== "public",
      isPublic === null
        ? "the repository's visibility is not known"
        : `the repository is ${visibility}, the site is ${site}${site === "redacted" ? ": without people and their words" : ""}`,
      "A private repository's Pages site is public on most plans: privacy.publish: redacted or artifact.",
    ),
  ];
}
