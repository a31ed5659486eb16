import { isTooHeavy } from "#core/sync/request-failed.ts";

/** What so few ask for is not too much: the server has other trouble. */
const FEWEST = 6;

/**
 * Asks for many things in one query; GitHub ends it after ten seconds, and then for each half.
 *
 * @throws what `ask` throws, where a few are too much as well or something else is wrong
 */
export async function inHalves<Item, Answer>(
  items: readonly Item[],
  ask: (some: readonly Item[]) => Promise<Answer>,
): Promise<Answer[]> {
  try {
    return [await ask(items)];
  } catch (error) {
    if (!isTooHeavy(error) || items.length <= FEWEST) throw error;
    const middle = Math.ceil(items.length / 2);
    const first = await inHalves(items.slice(0, middle), ask);
    return [...first, ...(await inHalves(items.slice(middle), ask))];
  }
}
