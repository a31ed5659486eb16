import { type Answer, json } from "#simulator/answer.ts";
import type { ApiRequest } from "#simulator/request.ts";

const DEFAULT_PER_PAGE = 30;
const MAX_PER_PAGE = 100;

/** One page of `all` and the `Link` header that leads on; no header when everything fits on one page. */
function paginate<T>(
  request: Pick<ApiRequest, "query" | "address">,
  all: readonly T[],
): { items: T[]; headers: Record<string, string> } {
  const perPage = Math.min(positive(request.query.get("per_page")) ?? DEFAULT_PER_PAGE, MAX_PER_PAGE);
  const page = positive(request.query.get("page")) ?? 1;
  const last = Math.max(1, Math.ceil(all.length / perPage));
  const links = [
    page > 1 && link("prev", Math.min(page - 1, last)),
    page < last && link("next", page + 1),
    page < last && link("last", last),
    page > 1 && link("first", 1),
  ].filter((text) => text !== false);
  return {
    items: all.slice((page - 1) * perPage, page * perPage),
    headers: links.length === 0 ? {} : { link: links.join(", ") },
  };

  function link(rel: string, target: number): string {
    const query = new URLSearchParams(request.query);
    query.set("page", String(target));
    return `<${request.address}?${query}>; rel="${rel}"`;
  }
}

/** Lists that are bare arrays: issues, comments, annotations. */
export function listing(request: ApiRequest, all: readonly unknown[]): Answer {
  const { items, headers } = paginate(request, all);
  return json(items, 200, headers);
}

/** Lists of Actions: `{ total_count, [key]: [] }`. */
export function counted<T>(
  request: ApiRequest,
  key: string,
  all: readonly T[],
  total = all.length,
  show: (item: T) => unknown = (item) => item,
): Answer {
  const { items, headers } = paginate(request, all);
  return json({ total_count: total, [key]: items.map(show) }, 200, headers);
}

function positive(text: string | null): number | null {
  const number = Number.parseInt(text ?? "", 10);
  return number > 0 ? number : null;
}
