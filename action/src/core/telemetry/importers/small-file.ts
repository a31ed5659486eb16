import type { ImportProblem, TextSink } from "#core/telemetry/importer.ts";

/** A note of a step of ours is some hundred characters long, a decision with its reason some thousand. */
const LONGEST = 64 * 1024;

/**
 * Collects a file that is read as a whole.
 *
 * @param what it should be, for people
 * @param take says what is wrong with its text; null: nothing
 */
export function smallFile(
  { file, what, problems }: { file: string; what: string; problems: ImportProblem[] },
  take: (text: string) => string | null,
): TextSink {
  let text = "";
  return {
    push(piece) {
      if (text.length <= LONGEST) text += piece;
    },
    end() {
      const message = text.length > LONGEST ? `It is too long for a ${what}.` : take(text);
      if (message !== null) problems.push({ file, line: null, message: message.slice(0, 300) });
    },
  };
}
