import type { Answer, Page } from "#app/effects.ts";
import { RequestFailed } from "#core/sync/request-failed.ts";
import type { AnswerError } from "#io/github/answers.ts";
import { graphqlAddress } from "#io/github/graphql-address.ts";
import { listPage } from "#io/github/list.ts";
import { type ClientOptions, Sender } from "#io/github/sender.ts";

/** The kinds of requests there are, each about one repository; how they are sent is said in `sender.ts`. */
export class Requests {
  readonly sender: Sender;
  readonly #apiUrl: string;
  readonly #about: { owner: string; repo: string };

  constructor(options: ClientOptions) {
    const [owner = "", repo = ""] = options.repository.split("/");
    this.sender = new Sender(options);
    this.#apiUrl = options.apiUrl;
    this.#about = { owner, repo };
  }

  async one(route: string, parameters: object = {}): Promise<unknown> {
    return (await this.sender.send(`GET ${route}`, route, { ...this.#about, ...parameters })).data;
  }

  /** @param field under which the answer has its items; null: the answer is the list */
  page(route: string, field: string | null, next: string | null, asked: object = {}): Promise<Page> {
    return listPage(this.sender, this.#apiUrl, route, field, next, { ...this.#about, ...asked });
  }

  async write(method: "POST" | "PATCH", route: string, parameters: object): Promise<unknown> {
    const asked = { ...this.#about, ...parameters };
    const creates = method === "POST";
    return (await this.sender.send(`${method} ${route}`, route, asked, { creates })).data;
  }

  async graphql(query: string, variables: object = {}): Promise<unknown> {
    const address = graphqlAddress(this.#apiUrl);
    const how = { isPage: true };
    return (await this.sender.send("POST /graphql", address, { query, variables }, how)).data;
  }

  /** A download's signed address, which must be asked without our token. */
  async redirect(route: string, parameters: object): Promise<string> {
    const asked = { ...this.#about, ...parameters };
    const { headers } = await this.sender.send(`GET ${route}`, route, asked, { redirect: "manual" });
    if (headers.location !== undefined) return headers.location;
    throw new RequestFailed("failed", `GET ${route}`, "GitHub named no address to download from");
  }

  /** A refusal is an answer here, and the budget of a sync does not count. */
  async probe(path: string): Promise<Answer> {
    try {
      const endpoint = `GET ${path.split("?", 1)[0]}`;
      const { status, headers, data } = await this.sender.send(endpoint, path, {}, { always: true });
      return { status, headers: headersFrom(headers), body: data };
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      const { response, status = 0 } = (error.cause ?? {}) as Partial<AnswerError>;
      if (response === undefined) return { status: 0, headers: new Headers(), body: null };
      return { status, headers: headersFrom(response.headers), body: response.data ?? null };
    }
  }
}

function headersFrom(headers: Record<string, unknown>): Headers {
  const known = Object.entries(headers).filter(([, value]) => value !== undefined);
  return new Headers(known.map(([name, value]): [string, string] => [name, String(value)]));
}
