import type { Extractor } from "#core/logs/extract/extractor.ts";

export const PULL_REQUESTS = [
  /refs\/(?:remotes\/)?pull\/(?<found>\d{1,9})\b/,
  /\/pull\/(?<found>\d{1,9})\b/,
  /\b(?:[Pp]ull [Rr]equest|PR) #(?<found>\d{1,9})\b/,
];
export const BRANCHES = [
  /\brefs\/heads\/(?<found>[\w./#@+-]{1,200})/,
  /Switched to (?:a new )?branch '(?<found>[^']{1,200})'/,
  /^\s*\* branch\s+(?<found>[\w./#@+-]{1,200})\s+-> FETCH_HEAD/,
];
const MOST = 20;

/** Pull requests and branches that the log names. They are shown; nothing is ever written to them. */
export function references(): Extractor {
  const pulls = new Set<string>();
  const branches = new Set<string>();
  return {
    hints: ["/pull/", "pull request #", "pr #", "refs/heads/", "switched to ", "-> fetch_head"],
    line(text) {
      collect(pulls, PULL_REQUESTS, text);
      collect(branches, BRANCHES, text);
    },
    held: () => pulls.size + branches.size,
    finish(into) {
      into.pull_requests = [...pulls].map(Number).filter((number) => number > 0);
      into.branches = [...branches];
    },
  };
}

function collect(into: Set<string>, patterns: readonly RegExp[], text: string) {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.groups?.found?.replace(/[.,]$/, "");
    if (found !== undefined && into.size < MOST) into.add(found);
  }
}
