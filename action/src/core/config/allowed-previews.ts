import type { PrivacyConfig } from "#core/config/privacy.ts";
import { UserError } from "#core/errors.ts";
import type { Previews } from "#core/records/previews.ts";

type Wish = Pick<PrivacyConfig, "previews" | "full-previews-in-public">;

/** Whether what is allowed hangs on who may see the repository. */
export function areForPrivateOnly(wish: Wish): boolean {
  return wish.previews === "full" && !wish["full-previews-in-public"];
}

/**
 * What is kept and shown of prompts, answers and tools' data.
 *
 * @param visibility of the repository, as GitHub says; null, which is not known, counts as public
 * @throws UserError for contents that everybody could read, unless the configuration says twice that they may
 */
export function allowedPreviews(wish: Wish, visibility: string | null): Previews {
  const isHidden = visibility === "private" || visibility === "internal";
  if (!areForPrivateOnly(wish) || isHidden) return wish.previews;
  throw new UserError(
    `privacy.previews is \`full\`, and the repository is ${visibility === null ? "not known to be private" : visibility}: everybody could read what agents were asked, said and did.`,
    "Choose `previews: short` or `none` in .github/agentops.yml; or, if everybody may, add `full-previews-in-public: true` beside it.",
  );
}
