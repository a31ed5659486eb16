/** Answers `runs/<id>/` for runs without a page of their own, from the records of their day. */
import { daysOf, type RunDays } from "#core/documents/run-days/run-days.ts";
import { failedJobs } from "#core/documents/runs/run-detail.ts";
import { shownJobs } from "#core/documents/runs/shown-jobs.ts";
import { type Timeline, timelineOf } from "#core/documents/runs/timeline.ts";
import { categoryWord } from "#core/failures/category-word.ts";
import { duration, moment } from "#core/format.ts";
import { type RepositoryLinks, repositoryLinks } from "#core/links.ts";
import { roleOf } from "#core/outcome.ts";
import type { StoredAnalysis } from "#core/records/analysis.ts";
import type { Run } from "#core/records/run.ts";
import { API_ROOT } from "#core/render/api-root.ts";
import { isJob, jobColumns, jobRows } from "#core/render/columns/jobs.ts";
import { RUN_FILES } from "#core/render/run-files.ts";
import { tableMarkup } from "../markup/table.ts";
import { element, find } from "./element.ts";
import { fetchJson } from "./run-data.ts";
import { mendLinks, siteBase } from "./site-base.ts";
import { statusElement } from "./status-element.ts";

type DayFile = { data: { runs: Run[]; readings: StoredAnalysis[] } };

class RunLookup extends HTMLElement {
  connectedCallback(): void {
    mendLinks();
    const [, id, attempt] = /\/runs\/(\d{1,16})(?:\/attempts\/(\d{1,4}))?\/?$/.exec(location.pathname) ?? [];
    if (id !== undefined) void this.#lookUp(Number(id), attempt === undefined ? null : Number(attempt));
  }

  async #lookUp(id: number, attempt: number | null): Promise<void> {
    const github = repositoryLinks(this.dataset["server"] ?? "", this.dataset["repository"] ?? "");
    const words = find(this, "[data-words]");
    words.replaceChildren(element("strong", {}, `Looking for run ${id} …`));
    try {
      const run = await this.#find(id, attempt);
      if (run === null) this.#showNothing(words, `Run ${id} is not in this dataset.`, github, id);
      else this.#show(run.run, run.reading, github);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#showNothing(words, `Run ${id} could not be looked up: ${reason}.`, github, id);
    }
  }

  async #find(
    id: number,
    attempt: number | null,
  ): Promise<{ run: Run; reading: StoredAnalysis | null } | null> {
    const api = `${siteBase()}${API_ROOT}`;
    const days = daysOf(await fetchJson<RunDays>(`${api}${RUN_FILES.days}`), id);
    for (const day of days) {
      const { data } = await fetchJson<DayFile>(`${api}${RUN_FILES.day(day)}`);
      const attempts = data.runs.filter((run) => run.id === id);
      const found = attempt === null ? attempts.at(-1) : attempts.find((run) => run.run_attempt === attempt);
      if (found === undefined) continue;
      const isOf = (reading: StoredAnalysis) =>
        reading.run_id === id && reading.run_attempt === found.run_attempt;
      return { run: found, reading: data.readings.find(isOf) ?? null };
    }
    return null;
  }

  #showNothing(words: HTMLElement, what: string, github: RepositoryLinks, id: number): void {
    words.replaceChildren(
      element("strong", {}, what),
      element("p", {}, "It may be older than the first sync, or of another repository. "),
      element("p", {}, element("a", { href: github.run(id) }, "Open on GitHub")),
    );
  }

  #show(run: Run, reading: StoredAnalysis | null, github: RepositoryLinks): void {
    const name = `${run.workflow_name ?? "Run"} #${run.run_number}`;
    find(document, "h1").textContent = run.display_title || name;
    document.title = `${name} · ${document.title.split(" · ").slice(1).join(" · ")}`;
    const [failed] = roleOf(run) === "failure" ? failedJobs(run) : [];
    const fact = (term: string, value: Node | string) =>
      element("div", {}, element("dt", {}, term), element("dd", {}, value));
    const link = (words: string, href: string) => element("a", { href }, words);
    const [finding] = reading?.findings ?? [];
    const verdict = failed && [
      ...(finding ? [`${categoryWord(finding.category)}: ${finding.title}. `] : []),
      "Failed in job ",
      link(failed.job.name, github.job(run.id, failed.job.id)),
      ...(failed.step
        ? [", step ", link(failed.step.name, github.step(run.id, failed.job.id, failed.step.number))]
        : []),
    ];
    this.replaceChildren(
      element(
        "div",
        { class: "run-head" },
        element("span", { class: "run-status" }, statusElement(run)),
        element(
          "p",
          { class: "run-actions" },
          element(
            "a",
            { class: "button primary", href: github.run(run.id, run.run_attempt) },
            "Open on GitHub",
          ),
        ),
      ),
      ...(verdict ? [element("div", { class: "verdict failed" }, element("p", {}, ...verdict))] : []),
      element(
        "dl",
        { class: "facts" },
        fact("Workflow", name),
        fact("Attempt", String(run.run_attempt)),
        fact("Branch", run.head_branch ?? "none"),
        fact("Commit", link(run.head_sha.slice(0, 7), github.commit(run.head_sha))),
        fact("Event", run.event),
        fact("Actor", run.actor ?? "unknown"),
        fact("Started", moment(run.run_started_at ?? run.created_at)),
        fact("Duration", duration(run.duration_seconds)),
      ),
      ...(run.jobs && run.jobs.length > 0
        ? [jobsTable(timelineOf({ ...run, jobs: run.jobs }, this.dataset["asOf"] ?? ""), run.id, github)]
        : []),
    );
  }
}

/** Jobs and steps, by the columns of the pages that are rendered. */
function jobsTable(timeline: Timeline, id: number, github: RepositoryLinks): HTMLElement {
  const region = { class: "scroll", role: "region", "aria-label": "All jobs and steps", tabindex: "0" };
  const made = element("div", region);
  made.innerHTML = tableMarkup({
    class: "jobs-table",
    columns: jobColumns(github, id),
    rows: jobRows(shownJobs(timeline)),
    heads: isJob,
  });
  return made;
}

customElements.define("run-lookup", RunLookup);
