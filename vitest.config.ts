import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/property-seed.ts"],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // A second, the default, is too short for a page on a machine that is busy with something else.
    expect: { poll: { timeout: 20_000 } },
    // Two cores in CI: more workers than cores only makes the browser tests time out.
    maxWorkers: 2,
  },
});
