import type { Kinds } from "#core/failures/kinds.ts";
import { layoutOf } from "#core/failures/layout.ts";
import type { KeptLine, Region } from "#core/failures/step-lines.ts";
import { taskOf } from "#core/failures/task.ts";
import { Walk } from "#core/failures/walk.ts";
import { shapeOf } from "#core/logs/shape.ts";

/** A line that may be the cause, with everything that speaks for or against it, by name. */
export type Described = { line: KeptLine; region: Region; features: string[]; kinds: Kinds };

export type Surroundings = {
  regions: readonly Region[];
  shapes: ReadonlyMap<number, number>;
  green: { has(shape: number): boolean } | null;
};

/** Steps that run although others failed, and then fail for want of what those should have made. */
const FOLLOW_UP =
  /upload|report|publish|notif|slack|discord|webhook|comment|summary|codecov|coveralls|artifact|clean|teardown|collect|dump|status/i;

/**
 * The steps that may hold the cause. GitHub marks what fails with `##[error]`: what went on without one passed, and
 * where nothing is marked, the last step that did anything is the one that failed.
 */
export function suspects(regions: readonly Region[]): readonly Region[] {
  const steps = regions.filter(({ span }) => span.header_end > 0 || span.is_marked);
  if (steps.length === 0) return regions;
  const failed = regions.filter(({ span }) => span.outcome === "failed");
  return failed.length > 0 ? failed : steps.slice(-1);
}

/** Such steps run only where nothing failed before, or what did was to be let pass (`continue-on-error`). */
function isOrdinary(region: Region | undefined): boolean {
  return region !== undefined && taskOf(region.span.script, region.span.name) !== null;
}

export function describe(surroundings: Surroundings): Described[] {
  const regions = suspects(surroundings.regions);
  const allFailed = regions.filter(({ span }) => span.outcome === "failed");
  const failed = allFailed.filter(({ span }, index) => index === 0 || !FOLLOW_UP.test(span.name ?? ""));
  return regions.flatMap((region, index) => {
    const place: string[] = [];
    const firstFailed = failed[0];
    const lastFailed = failed.at(-1);
    if (region === firstFailed) place.push("in first failed step");
    if (region === lastFailed) place.push("in last failed step");
    if (failed.includes(region)) place.push("in failed step");
    if (failed.includes(region) && region !== lastFailed && isOrdinary(lastFailed))
      place.push("failed, yet the job went on");
    if (region.span.outcome === "passed") place.push("in passed step");
    if (firstFailed && region.span.start < firstFailed.span.start) place.push("before failed steps");
    if (lastFailed && region.span.start > lastFailed.span.start) place.push("after failed steps");
    if (!firstFailed)
      place.push(index === regions.length - 1 ? "in last step" : "others follow, none failed");
    return describeRegion(region, place, surroundings);
  });
}

/** What GitHub echoes of a step before it runs (its script, its inputs, its environment) is never the cause. */
function describeRegion(
  region: Region,
  place: readonly string[],
  { shapes, green }: Surroundings,
): Described[] {
  const layout = layoutOf(region);
  const walk = new Walk(region, layout);
  return layout.lines.flatMap((line, index) => {
    const features = walk.features(index);
    if (features === null || line.echo || line.number <= region.span.header_end) return [];
    const shape = shapeOf(line.text);
    const repeats = shapes.get(shape) ?? 0;
    if (repeats >= 3) features.push(repeats < 10 ? "repeated" : "much repeated");
    if (green !== null) features.push(green.has(shape) ? "also in green log" : "new since the green log");
    features.push(...place);
    return [{ line, region, features, kinds: layout.kinds[index] as Kinds }];
  });
}
