import { defineConfig } from 'vitest/config';

/** Less than an access token lives. */
const JOURNEY_MS_MAX = 280_000;

export default defineConfig({
  test: {
    include: ['journeys/**/*.test.ts'],
    globalSetup: ['src/start.ts'],
    testTimeout: JOURNEY_MS_MAX,
    hookTimeout: JOURNEY_MS_MAX,
    fileParallelism: false,
  },
});
