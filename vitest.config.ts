import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/property-seed.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores in CI: more workers than cores only makes the browser tests time out.
    maxWorkers: 2,
  },
});
