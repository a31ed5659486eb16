import { join } from "node:path";
import manifest from "../../package.json" with { type: "json" };

/** The compiled site beside the bundle; from the sources (`action/src`) and from `action/dist` it is the same place. */
export const SITE_FOLDER = join(import.meta.dirname, "../dist/site");

export const VERSION: string = manifest.version;

/** This repository on GitHub. The release replaces it; a test keeps every mention equal to it. */
export const HOME = "OWNER/REPO";

/** How a terminal without a clone runs us. The plain npm name is another product's. */
export const NPX = `npx github:${HOME}`;
