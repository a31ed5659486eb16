import * as z from "zod";
import { type Repository, Workflow } from "#core/records/repository.ts";
import { SCHEMA_VERSION } from "#core/records/version.ts";
import { readHome } from "#core/sync/payload/home.ts";
import { Id, Name, NameOrNull, Text } from "#core/sync/payload/tolerant.ts";

const Payload = z.object({
  full_name: Text,
  visibility: Text,
  private: z.boolean().nullish().catch(null),
  default_branch: NameOrNull,
  html_url: Text,
});

const WorkflowPayload = z.object({ id: Id, name: Name, path: z.string(), state: z.string() });

/**
 * `repository.json`. A repository that could not be read (`payload` null) keeps what is known of it.
 *
 * @param workflows as listed; entries that cannot be read are left out
 */
export function toRepository(
  fullName: string,
  payload: unknown,
  workflows: readonly unknown[],
  known: Repository | null,
): Repository {
  const { data } = Payload.safeParse(payload);
  const id = readHome(payload)?.id ?? known?.id;
  const visibility = data?.visibility ?? (data?.private == null ? null : data.private ? "private" : "public");
  return {
    schema_version: SCHEMA_VERSION,
    ...(id === undefined ? {} : { id }),
    full_name: data?.full_name ?? known?.full_name ?? fullName,
    visibility: visibility ?? known?.visibility ?? null,
    default_branch: data?.default_branch ?? known?.default_branch ?? null,
    html_url: data?.html_url ?? known?.html_url ?? `https://github.com/${fullName}`,
    workflows: workflows
      .flatMap((payload) => {
        const { data } = WorkflowPayload.safeParse(payload);
        return data ? [Workflow.parse(data)] : [];
      })
      .sort((a, b) => a.id - b.id),
  };
}
