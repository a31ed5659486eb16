import * as z from "zod";
import type { Probe } from "#app/effects.ts";
import { isOurMark, SITE_MARK } from "#core/ownership.ts";
import type { PagesState } from "#core/pages-decision.ts";
import { http } from "#io/http.ts";

const Settings = z.object({ html_url: z.url(), build_type: z.string().nullish() });
const TIMEOUT_MS = 10_000;
/** Ours has a few kilobytes; a stranger's file of that name may be anything. */
const LARGEST = 1024 * 1024;

/** What is on the repository's Pages now: one request to the API, one or two to the site itself, without token. */
export async function readPages(ask: Probe, repository: string): Promise<PagesState> {
  const { status, body } = await ask(`/repos/${repository}/pages`);
  if (status === 404) return { kind: "disabled" };
  if (status === 401 || status === 403) return { kind: "forbidden" };
  const settings = Settings.safeParse(body);
  if (status !== 200 || !settings.success) return { kind: "unanswered", status };
  if (settings.data.build_type !== "workflow") return { kind: "legacy" };
  const url = settings.data.html_url.replace(/\/*$/, "/");
  return { kind: "workflow", url, shows: await look(url) };
}

async function look(url: string): Promise<Extract<PagesState, { kind: "workflow" }>["shows"]> {
  try {
    const meta = await get(`${url}${SITE_MARK}`);
    if (meta.ok && isOurMark(await meta.json().catch(() => null))) return "ours";
    const home = await get(url);
    await home.body?.cancel();
    if (home.status === 404) return "nothing";
    return home.ok ? "other" : "unreadable";
  } catch {
    return "unreadable";
  }
}

function get(url: string): Promise<Response> {
  return http(url, { timeoutMs: TIMEOUT_MS, largest: LARGEST });
}
