import { statementPath } from "#core/addresses/paths.ts";
import type { ForecastDocument } from "#core/documents/forecast/forecast.ts";
import { alone, each } from "#core/documents/row/places.ts";
import { declare } from "#core/documents/row/row.ts";
import { Statement, StatementsDocument } from "#core/documents/statements/statement.ts";
import { statementsFold } from "#core/documents/statements/statements.ts";
import { table } from "#core/render/api-file.ts";
import { filed } from "#core/render/columns/column.ts";
import { STATEMENT_FILE, STATEMENTS, statementFileRows } from "#core/render/columns/statements.ts";

type Made = { statements: StatementsDocument };

export const statements = declare({
  name: "statements",
  schema: { statements: StatementsDocument.shape.statements, statement: Statement },
  needs: [],
  reads: ["statements"],
  fold: ({ context, statements: stored = [] }) => statementsFold(context, stored),
  navigation: { label: "Statements", path: "statements/", place: 8, more: true },
  pages: {
    "statements/index": ({ statements: made }: Made) => alone("statements/", () => made),
    "statements/[month]": ({ statements: made, forecast }: Made & { forecast: ForecastDocument }) =>
      each(
        made.statements,
        ({ month }: Statement) => statementPath(month),
        (statement) => ({ statement, forecast }),
      ),
  },
  *files({ statements: { statements: made } }: Made, json) {
    yield json("statements.json", "statements", "What every month cost whom", made, made.length);
    yield table("statements.csv", "The months as a table", filed(STATEMENTS), made);
    for (const statement of made) {
      const path = `statements/${statement.month}`;
      yield json(`${path}.json`, "statement", `The statement of ${statement.month}`, statement);
      yield table(`${path}.csv`, "The same as a table", STATEMENT_FILE, statementFileRows(statement));
    }
  },
});
