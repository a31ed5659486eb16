import type { Page } from "#app/effects.ts";

/** What a list holds, page by page; whoever has seen enough asks for no more. */
export async function* everyPage(ask: (next: string | null) => Promise<Page>): AsyncGenerator<Page, void> {
  let next: string | null = null;
  do {
    const page: Page = await ask(next);
    yield page;
    next = page.next;
  } while (next !== null);
}
