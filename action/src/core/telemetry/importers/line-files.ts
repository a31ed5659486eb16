import type { ImportProblem, ImportReader, ReadingContext } from "#core/telemetry/importer.ts";
import { lineSplitter } from "#core/telemetry/lines.ts";
import { Problems } from "#core/telemetry/problems.ts";

type OnLine = (line: string, number: number) => void;

/**
 * Reads files line by line, in the shape of `ImportReader.file`.
 *
 * @param context of the reading
 * @param problems gets, at the end of each file, what of it could not be used
 * @param open begins a file, and says what is done with its lines
 */
export function lineFiles(
  context: ReadingContext,
  problems: ImportProblem[],
  open: (path: string, about: Problems) => OnLine,
): ImportReader["file"] {
  return (path) => {
    const about = new Problems(path, context);
    const onLine = open(path, about);
    const lines = lineSplitter(
      (line, number) => about.item(number, () => onLine(line, number)),
      (number, characters) => about.add(number, `A line of ${characters} characters is too long to be read.`),
    );
    return {
      push: lines.push,
      end() {
        lines.end();
        problems.push(...about.list());
      },
    };
  };
}
