import type { TextSink } from "#core/telemetry/importer.ts";
import { jsonElements } from "#core/telemetry/json-elements.ts";
import { lineSplitter } from "#core/telemetry/lines.ts";
import { type LooseObject, parseObject } from "#core/telemetry/loose-json.ts";
import type { Problems } from "#core/telemetry/problems.ts";

/** A first line longer than this is taken as it is. */
const LONGEST_SNIFF = 8 * 1024 * 1024;

/** The objects of JSON lines. Other lines are words of a harness: left out, unless they began as an object. */
export function jsonLines(
  onObject: (object: LooseObject, line: number) => void,
  problems: Problems,
  onWords: (line: string) => void = () => {},
): TextSink {
  return lineSplitter(
    (line, number) => {
      problems.item(number, () => {
        const object = line.trimStart().startsWith("{") ? parseObject(line) : null;
        if (object !== null) onObject(object, number);
        else if (/^\s*\{\s*"/.test(line)) problems.add(number, "This is not JSON.");
        else onWords(line);
      });
    },
    (number, length) => problems.add(number, `a line of ${length} characters is too long to be read.`),
  );
}

/** Objects written over many lines, one after the other or in a list. */
export function jsonObjects(
  onObject: (object: LooseObject, line: number) => void,
  problems: Problems,
): TextSink {
  return jsonElements(
    (json, line) => {
      problems.item(line, () => {
        const object = parseObject(json);
        if (object !== null) onObject(object, line);
        else if (/^\{\s*"/.test(json)) problems.add(line, "This is not JSON.");
      });
    },
    (line, reason) => problems.add(line, reason),
  );
}

/**
 * Either of the two: JSON lines when the first object ends with its line, which survive a broken line, and otherwise
 * objects over many lines.
 */
export function jsonRecords(
  onObject: (object: LooseObject, line: number) => void,
  problems: Problems,
): TextSink {
  let sniffed = "";
  let sink: TextSink | null = null;

  function decide() {
    const first = /^[ \t]*\{.*/m.exec(sniffed)?.[0] ?? "";
    sink = (parseObject(first) === null ? jsonObjects : jsonLines)(onObject, problems);
    sink.push(sniffed);
    sniffed = "";
  }

  return {
    push(text) {
      if (sink !== null) return sink.push(text);
      sniffed += text;
      if (sniffed.length > LONGEST_SNIFF || /^[ \t]*\{.*\n/m.test(sniffed)) decide();
    },
    end() {
      if (sink === null) decide();
      sink?.end();
    },
  };
}
