import { watch } from "node:fs";

/** Writers write in pieces; what they wrote is looked at once they pause. */
const SETTLE_MS = 300;

/**
 * Watches a folder and all below it from now on.
 *
 * @param until ends it
 * @returns what waits for the next change that has rested for a moment; one that came since the last is not missed.
 *   False: it has ended
 */
export function folderChanges(folder: string, until: Promise<unknown>): () => Promise<boolean> {
  let isOver = false;
  let isChanged = false;
  let wake = () => {};
  let settling: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(settling);
    settling = setTimeout(() => {
      isChanged = true;
      wake();
    }, SETTLE_MS);
  });
  void until.then(() => {
    isOver = true;
    clearTimeout(settling);
    watcher.close();
    wake();
  });
  return async () => {
    if (!isChanged && !isOver)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    isChanged = false;
    return !isOver;
  };
}
