/**
 * Reads an answer's body as JSON. Octokit would return text for a body that is cut off or is a proxy's HTML page
 * as if it were data, and parses through a reviver that takes longer than everything else here.
 *
 * @throws Error when it is not JSON
 */
export async function readJson(body: unknown): Promise<unknown> {
  const text = body instanceof ReadableStream ? await new Response(body).text() : "";
  try {
    return JSON.parse(text);
  } catch (error) {
    const kind = /^\s*<(!doctype|html)/i.test(text) ? "an HTML page" : "a body that is cut off or no JSON";
    throw new Error(`GitHub sent ${kind}`, { cause: error });
  }
}
