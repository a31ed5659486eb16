import { describe } from "#core/errors.ts";

/** A response before it goes over the wire. Header names are lower case. */
export type Answer = {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
};

export const DOCS = "https://docs.github.com/rest";

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(value),
  };
}

/** An error as GitHub words it; `details` are further fields of its body. */
export function problem(status: number, message: string, details: Record<string, unknown> = {}): Answer {
  return json({ message, documentation_url: DOCS, ...details, status: String(status) }, status);
}

export const notFound = (): Answer => problem(404, "Not Found");

export const empty = (status = 204): Answer => ({ status, headers: {}, body: "" });

export const redirect = (location: string): Answer => ({
  status: 302,
  headers: { location, "content-type": "text/html;charset=utf-8" },
  body: "",
});

/** What a field of the request's body lacks, as GitHub's `Validation Failed` lists it. */
export type FieldError = { resource: string; code: string; field: string; message?: string };

export const invalid = (error: FieldError): Answer => problem(422, "Validation Failed", { errors: [error] });

/** A required field is absent. */
export const missing = (field: string): Answer =>
  problem(422, `Invalid request.\n\n"${field}" wasn't supplied.`);

/** A defect of the simulator itself; its reason is told, so that a failing test says why. */
export const defect = (thrown: unknown): Answer => problem(500, `Simulator defect: ${describe(thrown)}`);
