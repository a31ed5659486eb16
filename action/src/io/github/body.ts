import { BodyTooLarge } from "#io/http.ts";

/** The longest answer of the API that is read: a page of 100 runs or jobs has 2 MB. */
export const LARGEST_ANSWER = 32 * 1024 * 1024;

/**
 * Reads an answer's body as JSON. Octokit would return text for a body that is cut off or is a proxy's HTML page
 * as if it were data, and parses through a reviver that takes longer than everything else here.
 *
 * @throws Error when it is not JSON, BodyTooLarge when it does not end
 */
export async function readJson(body: unknown): Promise<unknown> {
  let text = "";
  try {
    text = body instanceof ReadableStream ? await new Response(body).text() : "";
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof BodyTooLarge) throw error;
    const kind = /^\s*<(!doctype|html)/i.test(text) ? "an HTML page" : "a body that is cut off or no JSON";
    throw new Error(`GitHub sent ${kind}`, { cause: error });
  }
}
