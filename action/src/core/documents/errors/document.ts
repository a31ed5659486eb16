import { errorPath } from "#core/addresses/paths.ts";
import { ErrorsDocument, errorsFold } from "#core/documents/errors/errors.ts";
import { failures } from "#core/documents/failures/document.ts";
import { alone, each } from "#core/documents/row/places.ts";
import { declare } from "#core/documents/row/row.ts";
import { table } from "#core/render/api-file.ts";
import { ERRORS } from "#core/render/columns/errors.ts";

type Made = { errors: ErrorsDocument };

export const errors = declare({
  name: "errors",
  schema: { errors: ErrorsDocument },
  needs: [failures],
  reads: ["analyses"],
  fold: ({ context, knownErrors }) => errorsFold(context, knownErrors ?? new Map()),
  navigation: { label: "Errors", path: "errors/", place: 6 },
  pages: {
    "errors/index": ({ errors: made }: Made) => alone("errors/", () => made),
    "errors/[signature]": ({ errors: made }: Made) =>
      each(
        made.errors,
        ({ signature }) => errorPath(signature),
        (error) => error,
      ),
  },
  *files({ errors: made }: Made, json) {
    yield json("errors.json", "errors", "The error knowledge base", made, made.errors.length);
    yield table("errors.csv", "The same as a table", ERRORS, made.errors);
  },
});
