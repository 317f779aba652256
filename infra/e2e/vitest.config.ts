import { defineConfig } from 'vitest/config';

const JOURNEY_MS_MAX = 180_000;
/** The first start on a machine builds everything. */
const START_MS_MAX = 900_000;

export default defineConfig({
  test: {
    include: ['journeys/**/*.test.ts'],
    testTimeout: JOURNEY_MS_MAX,
    hookTimeout: START_MS_MAX,
    fileParallelism: false,
  },
});
