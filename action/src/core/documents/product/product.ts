import * as z from "zod";
import type { Context } from "#core/attempts/context.ts";
import type { Fold } from "#core/attempts/fold.ts";
import { periodAt } from "#core/attempts/period.ts";
import { Stretch, stretchOf } from "#core/documents/figures/buckets.ts";
import { Adoption, adoptionFold } from "#core/documents/product/adoption.ts";
import { CategoryErrors, errorTraitsFold } from "#core/documents/product/error-traits.ts";
import { Quality, qualityFold } from "#core/documents/product/quality.ts";
import { VersionComparison, versionsFold } from "#core/documents/product/versions.ts";
import { Work, workFold } from "#core/documents/product/work.ts";

/** Whether changes to the agents helped, who uses them and what comes of it: of the last 90 days. */
export const ProductDocument = z.strictObject({
  period: Stretch,
  executions: z.number().int(),
  comparisons: z.array(VersionComparison),
  adoption: Adoption,
  work: Work,
  quality: Quality,
  errors: z.array(CategoryErrors),
});
export type ProductDocument = z.infer<typeof ProductDocument>;

/** A comparison needs the time before the change, hence one long period. */
export function productFold(context: Context): Fold<ProductDocument> {
  const period = periodAt("90d", context.now);
  const versions = versionsFold();
  const adoption = adoptionFold(period.from, period.to);
  const work = workFold();
  const quality = qualityFold();
  const errors = errorTraitsFold();
  const folds = [versions, adoption, work, quality, errors];
  let executions = 0;
  return {
    add({ own, invocations }) {
      if (own) return;
      for (const invocation of invocations) {
        if (invocation.at < period.from || invocation.at >= period.to) continue;
        executions += 1;
        for (const fold of folds) fold.add(invocation);
      }
    },
    finish: () => ({
      period: stretchOf(period),
      executions,
      comparisons: versions.finish(),
      adoption: adoption.finish(),
      work: work.finish(),
      quality: quality.finish(),
      errors: errors.finish(),
    }),
  };
}
