import { percentEncoded } from "#core/text/percent-encoded.ts";

/** Addresses on GitHub. `server` is `https://github.com` or the Enterprise host; texts are percent-encoded. */
export type RepositoryLinks = ReturnType<typeof repositoryLinks>;

/**
 * @param server without a trailing slash, e.g. `https://github.com`
 * @param fullName `owner/name`
 */
export function repositoryLinks(server: string, fullName: string) {
  const home = `${server}/${fullName}`;
  const path = (text: string) => text.split("/").map(percentEncoded).join("/");
  return {
    home,
    run: (id: number, attempt?: number) =>
      attempt === undefined ? `${home}/actions/runs/${id}` : `${home}/actions/runs/${id}/attempts/${attempt}`,
    job: (runId: number, jobId: number) => `${home}/actions/runs/${runId}/job/${jobId}`,
    step: (runId: number, jobId: number, step: number) =>
      `${home}/actions/runs/${runId}/job/${jobId}#step:${step}:1`,
    line: (runId: number, jobId: number, step: number, line: number) =>
      `${home}/actions/runs/${runId}/job/${jobId}#step:${step}:${line}`,
    artifact: (runId: number, artifactId: number) => `${home}/actions/runs/${runId}/artifacts/${artifactId}`,
    commit: (sha: string) => `${home}/commit/${percentEncoded(sha)}`,
    branch: (branch: string) => `${home}/tree/${path(branch)}`,
    pull: (number: number) => `${home}/pull/${number}`,
    issue: (number: number) => `${home}/issues/${number}`,
    /** A form to be sent by whoever follows it. */
    newIssue: (title: string, body: string) =>
      `${home}/issues/new?title=${percentEncoded(title)}&body=${percentEncoded(body)}`,
    file: (ref: string, file: string) => `${home}/blob/${path(ref)}/${path(file)}`,
    /** The workflow's page: by file name; GitHub's own `dynamic/` workflows have a page too. */
    workflow: (file: string) => `${home}/actions/workflows/${percentEncoded(file.split("/").at(-1) ?? file)}`,
    user: (login: string) => `${server}/${percentEncoded(login.replace(/\[bot\]$/, ""))}`,
  };
}
