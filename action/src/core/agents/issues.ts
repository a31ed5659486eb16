import type { Run } from "#core/records/run.ts";

/**
 * A number that a text of a run mentions. Anybody can write such a text, so a mention is shown as a link and
 * never taken as a place to write.
 */
export type Mention = {
  number: number;
  /** `either`: a bare `#12` may be an issue or a pull request; GitHub redirects between the two. */
  kind: "issue" | "pull" | "either";
  /** The words before the number say that the issue is closed by this change. */
  closes: boolean;
  /** Which field mentions it and with what words: `title "fixes #12"`. Text of strangers: escape it. */
  evidence: string;
};

/** More than these is noise (a release note in a title), not a link. */
const MOST = 10;

/** No leading zero, at most seven digits, and nothing glued behind: `#12`, not `#0123456`, `#fff` or `#12px`. */
const NUMBER = String.raw`([1-9]\d{0,6})(?![\p{L}\p{N}_]|[.,]\d)`;
/** Nothing glued in front: `owner/repo#12` is another repository's, `&#39;` a quote. */
const HASH = String.raw`(?<![\p{L}\p{N}_/&.-])#`;

type MentionRule = { pattern: RegExp; kind: Mention["kind"]; closes?: true };

/** For titles and first commit lines. The first row that mentions a number says what it is. */
const IN_TEXT: readonly MentionRule[] = [
  {
    pattern: rule(String.raw`\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+(?:issue\s+)?#${NUMBER}`),
    kind: "issue",
    closes: true,
  },
  { pattern: rule(String.raw`\b(?:pull request|pull|pr)\s*#${NUMBER}`), kind: "pull" },
  { pattern: rule(String.raw`\bissue\s*#?${NUMBER}`), kind: "issue" },
  // A squashed pull request's commit ends with its number.
  { pattern: rule(String.raw`\(#${NUMBER}\)\s*$`), kind: "pull" },
  { pattern: rule(String.raw`\bGH-${NUMBER}`), kind: "either" },
  { pattern: rule(`${HASH}${NUMBER}`), kind: "either" },
];

/** A whole part of a branch name, as in `fix/12-slug`; not the first part of a date. */
const PART = String.raw`([1-9]\d{0,6})(?=$|[/_]|-(?!\d))`;

/** For branches: what people, GitHub ("create a branch") and agents call them. */
const IN_BRANCH: readonly MentionRule[] = [
  { pattern: rule(`(?:^|/)(?:pr|pull)[-/]${NUMBER}`), kind: "pull" },
  { pattern: rule(`(?:^|[/_-])(?:issues?|gh)[-_/]?${NUMBER}`), kind: "issue" },
  { pattern: rule(`(?:^|/)(?:fix|bug|bugfix|hotfix|feat|feature)[-/]${PART}`), kind: "either" },
  { pattern: rule(String.raw`^([1-9]\d{0,6})-(?=\p{L})`), kind: "issue" },
];

/** The issues and pull requests that a run's title, commit and branch mention; each number once. */
export function mentions(run: Pick<Run, "display_title" | "head_commit" | "head_branch">): Mention[] {
  const found = new Map<number, Mention>();
  const look = (field: string, text: string | null | undefined, rules: readonly MentionRule[]) => {
    if (!text) return;
    for (const { pattern, kind, closes } of rules)
      for (const match of text.matchAll(pattern)) {
        const number = Number(match[1]);
        if (found.has(number) || found.size === MOST) continue;
        found.set(number, {
          number,
          kind,
          closes: closes ?? false,
          evidence: `${field} “${match[0].trim()}”`,
        });
      }
  };
  look("title", run.display_title, IN_TEXT);
  look("commit", run.head_commit?.message, IN_TEXT);
  look("branch", run.head_branch, IN_BRANCH);
  return [...found.values()];
}

function rule(source: string): RegExp {
  return new RegExp(source, "giu");
}
