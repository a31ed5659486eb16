import { sessionPath } from "#core/addresses/paths.ts";
import { executions } from "#core/documents/executions/document.ts";
import { alone, each } from "#core/documents/row/places.ts";
import { declare } from "#core/documents/row/row.ts";
import { type SessionDocuments, SessionsDocument, sessionsFold } from "#core/documents/sessions/sessions.ts";
import { table } from "#core/render/api-file.ts";
import { SESSIONS } from "#core/render/columns/sessions.ts";

type Made = { sessions: SessionDocuments };

export const sessions = declare({
  name: "sessions",
  schema: { sessions: SessionsDocument },
  needs: [executions],
  fold({ context }) {
    const { add, finish } = sessionsFold(context);
    return {
      add({ invocations }) {
        for (const invocation of invocations) add(invocation, invocations);
      },
      finish: ({ executions: { pages } }) => finish(pages),
    };
  },
  navigation: { label: "Sessions", path: "sessions/", place: 11, more: true },
  pages: {
    "sessions/index": ({ sessions: { list } }: Made) => alone("sessions/", () => list),
    "sessions/[slug]": ({ sessions: { pages } }: Made) =>
      each(
        pages,
        ({ session }) => sessionPath(session.slug),
        (page) => page,
      ),
  },
  *files({ sessions: { list } }: Made, json) {
    yield json("sessions.json", "sessions", "The Sessions page", list, list.sessions.length);
    yield table("sessions.csv", "The same as a table", SESSIONS, list.sessions);
  },
});
