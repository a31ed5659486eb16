import type { Config } from "#core/config.ts";

/** What may be put on Pages, decided from what was found there. A deployment replaces the whole site. */

/** The repository's Pages settings and what its address shows now. */
export type PagesState =
  | { kind: "disabled" }
  /** The token may not look (no `pages` permission). */
  | { kind: "forbidden" }
  /** GitHub gave no usable answer; `status` 0 when none at all. */
  | { kind: "unanswered"; status: number }
  /** Built from a branch, not by a workflow. */
  | { kind: "legacy" }
  /** `shows`: our dashboard, nothing yet, somebody's site, or an address that does not say. */
  | { kind: "workflow"; url: string; shows: "ours" | "nothing" | "other" | "unreadable" };

export type Publication = { publish: boolean; reason: string };

/**
 * The privacy half of the decision, which needs no request; null when privacy does not stand in the way.
 *
 * A private repository's site is public on most plans, so it is published only when the configuration says so,
 * and a visibility we could not see counts as private.
 */
export function privacyRefusal(visibility: string | null, config: Config): Publication | null {
  const choice = config.privacy.publish ?? (visibility === "public" ? "public" : "artifact");
  if (choice !== "artifact") return null;
  return refused(
    config.privacy.publish === "artifact"
      ? "the configuration says `privacy.publish: artifact`"
      : `the repository is ${visibility ?? "not known to be public"} and its Pages site may be public; to publish it, set \`privacy.publish: public\` or \`redacted\` in .github/agentops.yml`,
  );
}

/** The other half: never over a site that is not ours. */
export function decidePublication(pages: PagesState): Publication {
  switch (pages.kind) {
    case "disabled":
      return refused("GitHub Pages is off; switch it on in Settings → Pages → Source: GitHub Actions");
    case "forbidden":
      return refused("the token may not read the Pages settings; the job needs `pages: write`");
    case "unanswered":
      return refused(
        `GitHub did not say what is on Pages (status ${pages.status}); the next sync asks again`,
      );
    case "legacy":
      return refused(
        "GitHub Pages is built from a branch, and a deployment would replace that site; if it may go, choose Settings → Pages → Source: GitHub Actions",
      );
    case "workflow":
      return onWorkflowSite(pages);
  }
}

function onWorkflowSite({ url, shows }: Extract<PagesState, { kind: "workflow" }>): Publication {
  switch (shows) {
    case "ours":
      return { publish: true, reason: `published at ${url}` };
    case "nothing":
      return { publish: true, reason: `published at ${url} for the first time` };
    case "other":
      return refused(
        `${url} shows a site that is not AgentOps', and a deployment would replace all of it; publish the dashboard from your own Pages workflow as a sub-folder, or from another repository`,
      );
    case "unreadable":
      return refused(
        `${url} does not say what it shows, and a deployment would replace all of it; look at the address, then try again`,
      );
  }
}

function refused(reason: string): Publication {
  return { publish: false, reason };
}
