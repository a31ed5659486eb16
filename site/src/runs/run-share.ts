/** Takes the shown runs elsewhere: files, Markdown, links. */
import { formatRunQuery } from "#core/addresses/run-query.ts";
import type { RepositoryLinks } from "#core/links.ts";
import { formatUtc } from "#core/time.ts";
import { element, find } from "./element.ts";
import { asCsv, asJson, asMarkdown, exportColumns, exportName, shownColumns } from "./export-runs.ts";
import type { RunData } from "./run-data.ts";
import type { Explorer } from "./runs-toolbar.ts";
import { stretchOf } from "./select.ts";

export function wireShare(
  root: HTMLElement,
  data: RunData,
  github: RepositoryLinks | null,
  explorer: Explorer,
): void {
  const all = exportColumns(data.table, github);
  const say = (words: string) => {
    find(root, "[data-note]").textContent = words;
  };
  const actions: Record<string, () => Promise<void> | void> = {
    csv: () => download("csv", "text/csv", asCsv(shownColumns(all, explorer.query()), explorer.ordered())),
    "csv-all": () => download("csv", "text/csv", asCsv(all, explorer.ordered())),
    json: () => download("json", "application/json", asJson(all, explorer.ordered())),
    markdown: () => copy(asMarkdown(shownColumns(all, explorer.query()), explorer.ordered()), "The table"),
    link: () => copy(address(true), "A link that keeps showing these runs"),
    live: () => copy(address(false), "A link that moves on with the data"),
  };
  for (const button of root.querySelectorAll<HTMLElement>("[data-share]"))
    button.addEventListener("click", async () => {
      try {
        // Exports carry titles and commits: all of them must be there.
        await data.loadTexts(...stretchOf(data.table, explorer.query()));
        await actions[button.dataset["share"] ?? ""]?.();
      } catch (error) {
        say(error instanceof Error ? error.message : String(error));
      }
    });

  function download(ending: string, type: string, text: string): void {
    const query = explorer.query();
    const name = `${exportName(data.table, query, ...stretchOf(data.table, query))}.${ending}`;
    const url = URL.createObjectURL(new Blob([text], { type }));
    element("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    say(`${name} was saved`);
  }

  async function copy(text: string, what: string): Promise<void> {
    await navigator.clipboard.writeText(text);
    say(`${what} is copied`);
  }

  /** @param fixed with the period's dates, so that the link shows the same runs tomorrow */
  function address(fixed: boolean): string {
    const query = explorer.query();
    const [from, to] = stretchOf(data.table, query);
    // Addresses are to the minute, and the last runs must not fall out.
    const dated = { ...query, from: formatUtc(from), to: formatUtc(Math.ceil(to / 60) * 60) };
    return new URL(`${location.pathname}${formatRunQuery(fixed ? dated : query).search}`, location.href).href;
  }
}
