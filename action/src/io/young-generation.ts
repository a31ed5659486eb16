import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/** V8 would let it grow to 128 MB, and is hardly faster with that. */
const ENOUGH_BYTES = 32 * 1024 * 1024;
const LOOK_EVERY_MS = 20;

/**
 * Does a work that makes much and drops it soon, within a young generation that grows no further once it is large
 * enough. V8 takes no limit for it while it runs, only the factor by which it grows.
 */
export async function inSmallYoungGeneration<Result>(work: () => Promise<Result>): Promise<Result> {
  const look = setInterval(() => {
    const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space");
    if ((young?.physical_space_size ?? 0) < ENOUGH_BYTES) return;
    setFlagsFromString("--semi-space-growth-factor=1");
    clearInterval(look);
  }, LOOK_EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(look);
  }
}
