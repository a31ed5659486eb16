import type { Rule } from "#core/failures/rule.ts";

/** Every known way to fail; earlier rows win between rules of equal strength. */
export const RULES: readonly Rule[] = [];
