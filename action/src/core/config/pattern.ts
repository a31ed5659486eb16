import * as z from "zod";

/** What names may look like, in configuration: see `globs`. */
export const Pattern = z.string().min(1).describe("A glob, matched without regard to case.");
