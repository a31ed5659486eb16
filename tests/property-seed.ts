import * as fc from "fast-check";

/**
 * Property tests try the same examples every time, so that a change is what turns CI red and not a throw of dice.
 * `PROPERTY_SEED=$RANDOM npx vitest run` looks for others; what it finds becomes a test of its own.
 */
fc.configureGlobal({ seed: Number(process.env["PROPERTY_SEED"] ?? 20_261_120) });
