import { readFile } from "node:fs/promises";
import { getInput, warning } from "@actions/core";
import { allowedPreviews } from "#core/config/allowed-previews.ts";
import { describe } from "#core/errors.ts";
import { Previews } from "#core/records/previews.ts";
import { objectAt, parseObject, textAt } from "#core/telemetry/loose-json.ts";

/**
 * What the job may leave of agents' words, by the step's inputs. Whoever may read the repository may read its
 * artifacts, so contents need a private one, or the second key.
 */
export async function inputPreviews(): Promise<Previews> {
  const asked = getInput("previews") || "none";
  const { data: previews } = Previews.safeParse(asked);
  if (previews === undefined) {
    warning(
      `previews must be none, short or full, not ${JSON.stringify(asked)}: nothing of what is said is kept`,
    );
    return "none";
  }
  const wish = { previews, "full-previews-in-public": getInput("full-previews-in-public") === "true" };
  try {
    return allowedPreviews(wish, await visibility());
  } catch (error) {
    warning(`${describe(error)} Nothing of what is said is kept.`);
    return "none";
  }
}

/** As the event that started the run tells it; null where it does not. */
async function visibility(): Promise<string | null> {
  const path = process.env["GITHUB_EVENT_PATH"];
  const event = parseObject(path ? await readFile(path, "utf8").catch(() => "{}") : "{}") ?? {};
  const repository = objectAt(event, "repository");
  const isPrivate = repository["private"];
  return (
    textAt(repository, "visibility") ??
    (typeof isPrivate !== "boolean" ? null : isPrivate ? "private" : "public")
  );
}
