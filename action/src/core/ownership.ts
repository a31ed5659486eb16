import * as z from "zod";

/** Said by every dashboard and every export of ours about itself, in its file of this name. */
const Said = z.object({ generator: z.literal("agentops") });
const Mark = z.union([Said, z.object({ data: Said })]);

/** The file below the root of a site, on disk as on Pages. */
export const SITE_MARK = "api/v1/meta.json";
/** An export holds what is below the site's `api/v1/`. */
export const EXPORT_MARK = "meta.json";

/** The one question that is asked before anything is replaced: whether what stands there says that it is ours. */
export function isOurMark(json: unknown): boolean {
  return Mark.safeParse(json).success;
}
