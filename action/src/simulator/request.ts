import type { SimulatedRepository } from "#simulator/model.ts";
import type { Blob } from "#simulator/storage.ts";

/** What a handler needs to know: a request that has passed token, limits and permission. */
export type ApiRequest = {
  repository: SimulatedRepository;
  /** Path parameters by the names of the route's template, percent-decoded. */
  parameters: Record<string, string>;
  query: URLSearchParams;
  /** The JSON object that was sent, `{}` without one. */
  body: Record<string, unknown>;
  /** The `Accept` header. */
  accept: string;
  /** Address of the same resource in the form that `Link` headers use: `https://…/repositories/{id}/…`. */
  address: string;
  /** Who asks. */
  login: string;
  /** Epoch milliseconds. */
  now: number;
  /** A one-minute address of bytes that are made when it is visited. */
  sign(name: string, make: () => Blob): string;
};
