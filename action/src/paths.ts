import { join } from "node:path";
import manifest from "../../package.json" with { type: "json" };

/** The compiled site beside the bundle; from the sources (`action/src`) and from `action/dist` it is the same place. */
export const SITE_FOLDER = join(import.meta.dirname, "../dist/site");

export const VERSION: string = manifest.version;

/** This repository on GitHub. `scripts/release.ts` replaces it; a test keeps every mention equal to it. */
export const HOME = "OWNER/REPO";

/**
 * The release that the README and the workflows to copy name, by its commit: a tag can be moved. `scripts/release.ts`
 * writes both. Zeros: there is no release yet, and GitHub finds nothing at them, so that nobody runs anything by it.
 */
export const RELEASE = {
  tag: "v0.1.0",
  commit: "0000000000000000000000000000000000000000",
} as const;

/** How a terminal without a clone runs us. The plain npm name is another product's. */
export const NPX = `npx github:${HOME}`;
