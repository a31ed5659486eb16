import { isClosedToUs, upsertComment } from "#app/announce/comment.ts";
import { OwnIssues } from "#app/announce/own-issues.ts";
import type { GitHubIssues, Report, Store } from "#app/effects.ts";
import { type Failure, failureHistories } from "#app/failure-history.ts";
import type { Config } from "#core/config.ts";
import type { KnownErrors } from "#core/failures/known-error.ts";
import type { RepositoryLinks } from "#core/links.ts";
import type { Finding } from "#core/records/analysis.ts";
import { listedPulls, runKey } from "#core/records/run.ts";
import { escapeMarkdown } from "#core/render/markdown.ts";
import { printable, printableLine } from "#core/render/printable.ts";
import { reportMarkdown } from "#core/render/report.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";

export type AnnounceEffects = { github: GitHubIssues; store: Store; report: Report };

export type AnnounceOptions = { on: readonly Place[]; knownErrors: KnownErrors; links: RepositoryLinks };

/** A bad day must not flood the list of issues. */
const MOST_NEW_ISSUES = 3;
const MOST_COMMENTS = 30;
/** What is announced to nobody. */
const QUIET: ReadonlySet<string> = new Set(["unknown", "cancelled"]);

type Place = Exclude<Config["comment-on"][number], "cost">;
const NEEDED: Readonly<Record<Place, string>> = {
  "signature-issue": "issues: write",
  pull_request: "pull-requests: write",
};

/**
 * Announces new failures where the configuration says: on the one issue of their signature that we opened, and on
 * the pull requests that GitHub itself lists for the run. No number is ever taken from a text. Readings are stored
 * before, so whatever is refused here is said, and nothing is lost.
 */
export async function announceFailures(
  effects: AnnounceEffects,
  failures: readonly Failure[],
  options: AnnounceOptions,
): Promise<void> {
  const worth = failures.filter(({ analysis }) => !QUIET.has(analysis.findings[0]?.category ?? "unknown"));
  const announced = worth.slice(0, MOST_COMMENTS);
  if (announced.length === 0 || options.on.length === 0) return;
  const histories = await failureHistories(effects.store, announced);
  const markdownOf = ({ run, analysis }: Failure) =>
    reportMarkdown({
      ...{ run, analysis, links: options.links },
      history: histories.get(runKey(run)) ?? null,
      known: options.knownErrors.get(analysis.findings[0]?.signature ?? "") ?? null,
    });
  for (const place of options.on)
    await attempt(effects, place, async () => {
      const issues = place === "signature-issue" ? await SignatureIssues.open(effects.github) : null;
      for (const failure of announced) {
        const { run, analysis } = failure;
        const [primary] = analysis.findings;
        if (primary === undefined) continue;
        const numbers = issues === null ? listedPulls(run) : await issues.numberOf(primary);
        for (const number of numbers)
          await comment(effects, number, `analysis run=${run.id}`, markdownOf(failure));
      }
    });
}

async function comment({ github, report }: AnnounceEffects, number: number, topic: string, markdown: string) {
  try {
    await upsertComment(github, number, topic, markdown);
  } catch (error) {
    if (!(error instanceof RequestFailed && isClosedToUs(error))) throw error;
    report.warn(`No comment on #${number}: ${error.message}`);
  }
}

/** What is refused is said once, with the permission that is missing. */
async function attempt({ report }: AnnounceEffects, place: Place, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    const hint = error.failure === "forbidden" ? ` Give the job \`${NEEDED[place]}\`.` : "";
    report.warn(`Failures are not announced everywhere (comment-on: ${place}): ${error.message}.${hint}`);
  }
}

/** One issue for each signature; nothing in it is ever replaced. */
class SignatureIssues {
  readonly #issues: OwnIssues;
  readonly #numbers = new Map<string, number[]>();
  #opened = 0;

  private constructor(issues: OwnIssues) {
    this.#issues = issues;
  }

  static async open(github: GitHubIssues): Promise<SignatureIssues> {
    return new SignatureIssues(await OwnIssues.open(github));
  }

  /** None when enough issues were opened for today. */
  async numberOf(finding: Finding): Promise<number[]> {
    const known = this.#numbers.get(finding.signature);
    if (known !== undefined) return known;
    const found = await this.#issues.find(`signature ${finding.signature}`);
    const numbers = found === null ? await this.#create(finding) : [found.number];
    this.#numbers.set(finding.signature, numbers);
    return numbers;
  }

  async #create({ category, title, signature }: Finding): Promise<number[]> {
    if (this.#opened >= MOST_NEW_ISSUES) return [];
    this.#opened += 1;
    const markdown = [
      `Runs fail with \`${category}\`: ${escapeMarkdown(printable(title))}. Each gets a comment below with its job, step and line.`,
      `What you know about it, written into \`.github/agentops/errors/${signature}.md\`, is shown with it.`,
    ].join("\n\n");
    const topic = `signature ${signature}`;
    const number = await this.#issues.create(topic, printableLine(`${category}: ${title}`), markdown);
    return number === null ? [] : [number];
  }
}
