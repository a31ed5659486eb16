import { isByUs, isClosedToUs, upsertComment } from "#app/announce/comment.ts";
import type { GitHubIssues, Report, Store } from "#app/effects.ts";
import { everyPage } from "#app/every-page.ts";
import { type Failure, failureHistories } from "#app/failure-history.ts";
import type { Config } from "#core/config.ts";
import type { KnownErrors } from "#core/failures/known-error.ts";
import type { RepositoryLinks } from "#core/links.ts";
import type { Finding } from "#core/records/analysis.ts";
import { listedPulls, runKey } from "#core/records/run.ts";
import { opening } from "#core/render/comment-seal.ts";
import { escapeMarkdown } from "#core/render/markdown.ts";
import { printable, printableLine } from "#core/render/printable.ts";
import { reportMarkdown } from "#core/render/report.ts";
import { type Issue, readIssue } from "#core/sync/payload/comment.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";

export type AnnounceEffects = { github: GitHubIssues; store: Store; report: Report };

export type AnnounceOptions = { on: readonly Place[]; knownErrors: KnownErrors; links: RepositoryLinks };

/** By it our issues are found again. */
const LABEL = "agentops";
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

/** The issues that we opened, one for each signature. */
class SignatureIssues {
  readonly #github: GitHubIssues;
  readonly #ours: readonly Issue[];
  readonly #numbers = new Map<string, number[]>();
  #opened = 0;

  private constructor(github: GitHubIssues, ours: readonly Issue[]) {
    this.#github = github;
    this.#ours = ours;
  }

  static async open(github: GitHubIssues): Promise<SignatureIssues> {
    const issues: Issue[] = [];
    for await (const { items } of everyPage((next) => github.issues(LABEL, next)))
      issues.push(...items.flatMap((payload) => readIssue(payload).value ?? []));
    return new SignatureIssues(github, issues.filter(({ isPull }) => !isPull).reverse());
  }

  /** None when enough issues were opened for today. */
  async numberOf(finding: Finding): Promise<number[]> {
    const known =
      this.#numbers.get(finding.signature) ?? (await this.#find(finding)) ?? (await this.#create(finding));
    this.#numbers.set(finding.signature, known);
    return known;
  }

  /** People may write into such an issue, so its end alone counts; nothing in it is ever replaced. */
  async #find({ signature }: Finding): Promise<number[] | null> {
    const marker = opening(`signature ${signature}`);
    for (const { number, user, body } of this.#ours)
      if (body?.trimEnd().endsWith(marker) && (await isByUs(this.#github, user))) return [number];
    return null;
  }

  async #create({ category, title, signature }: Finding): Promise<number[]> {
    if (this.#opened >= MOST_NEW_ISSUES) return [];
    this.#opened += 1;
    const body = [
      `Runs fail with \`${category}\`: ${escapeMarkdown(printable(title))}. Each gets a comment below with its job, step and line.`,
      `What you know about it, written into \`.github/agentops/errors/${signature}.md\`, is shown with it.`,
      opening(`signature ${signature}`),
    ].join("\n\n");
    const answer = await this.#github.createIssue({
      title: printableLine(`${category}: ${title}`),
      body,
      labels: [LABEL],
    });
    const { value } = readIssue(answer);
    return value === null ? [] : [value.number];
  }
}
