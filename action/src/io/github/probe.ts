import type { Probe } from "#app/effects.ts";

const TIMEOUT_MS = 15_000;

/** The token goes to the API's address only: redirects are not followed. */
export function githubProbe({ apiUrl, token }: { apiUrl: string; token: string }): Probe {
  return async (path) => {
    try {
      const response = await fetch(`${apiUrl}${path}`, {
        headers: {
          accept: "application/vnd.github+json",
          authorization: `Bearer ${token}`,
          "user-agent": "agentops-for-github-actions",
          "x-github-api-version": "2022-11-28",
        },
        redirect: "manual",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const body: unknown = await response.json().catch(() => null);
      return { status: response.status, headers: response.headers, body };
    } catch {
      return { status: 0, headers: new Headers(), body: null };
    }
  };
}
