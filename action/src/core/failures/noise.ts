import type { NoiseProfile } from "#core/failures/analyze-log.ts";
import { decodeLine } from "#core/logs/decode.ts";
import { readLine } from "#core/logs/line.ts";
import { LineScanner } from "#core/logs/scanner.ts";
import { shapeOf } from "#core/logs/shape.ts";
import { preFilter } from "#core/text/prefilter.ts";

/** Shapes beyond this many are not remembered: memory stays bounded, noise that is not known counts as usual. */
const MOST_SHAPES = 200_000;

/** Collects what a green run prints as well: such lines explain no failure. */
export function noiseCollector() {
  const shapes = new Set<number>();

  const scanner = new LineScanner(preFilter([]), ({ bytes, start, end, number }) => {
    if (shapes.size < MOST_SHAPES)
      shapes.add(shapeOf(readLine(decodeLine(bytes.subarray(start, end)), number).text));
  });
  return {
    push: (bytes: Uint8Array) => scanner.push(bytes),
    finish(): NoiseProfile {
      scanner.finish();
      return shapes;
    },
  };
}

/** The profile of a log that is at hand as a whole. */
export function noiseProfile(log: Uint8Array): NoiseProfile {
  const collector = noiseCollector();
  collector.push(log);
  return collector.finish();
}
