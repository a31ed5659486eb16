import type { Page } from "#app/effects.ts";
import { isTooHeavy } from "#core/sync/request-failed.ts";
import { nextPage } from "#io/github/link.ts";
import type { Sender } from "#io/github/sender.ts";

/**
 * Page sizes, tried in turn: GitHub ends a request after ten seconds, so that 100 jobs of many steps answer 502
 * whenever they are asked for, and 50 come. Each is a multiple of the next, so that a list goes on in smaller pages
 * where it stood.
 */
const SIZES = [100, 50, 25, 5];

/** @param field under which the answer has its items; null: the answer is the list */
export async function listPage(
  sender: Sender,
  apiUrl: string,
  route: string,
  field: string | null,
  next: string | null,
  parameters: object,
): Promise<Page> {
  let address = next;
  let size = sizeOf(next);
  for (;;)
    try {
      const { data, headers } =
        address === null
          ? await sender.send(`GET ${route}`, route, { ...parameters, per_page: size }, { isPage: true })
          : await sender.send(`GET ${route}`, address, {}, { isPage: true });
      const items = field === null ? data : data?.[field];
      return { items: Array.isArray(items) ? items : [], next: nextPage(headers.link, apiUrl) };
    } catch (error) {
      const smaller = SIZES.find((each) => each < size);
      if (!isTooHeavy(error) || smaller === undefined) throw error;
      address = address === null ? null : inSmallerPages(address, size, smaller);
      size = smaller;
    }
}

function sizeOf(address: string | null): number {
  const told = address === null ? 0 : Number(new URL(address).searchParams.get("per_page"));
  return SIZES.includes(told) ? told : (SIZES[0] ?? 100);
}

/** The same place of the list, in pages of another size. */
function inSmallerPages(address: string, size: number, smaller: number): string {
  const url = new URL(address);
  const page = Number(url.searchParams.get("page") ?? 1);
  url.searchParams.set("per_page", String(smaller));
  url.searchParams.set("page", String(((page - 1) * size) / smaller + 1));
  return url.href;
}
