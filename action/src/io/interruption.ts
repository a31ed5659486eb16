/** Resolves at the first Ctrl-C (or a request to end); later ones change nothing, so that the end stays clean. */
export function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => resolve());
  });
}
