import { defineConfig } from 'vitest/config';

const SCENE_MS_MAX = 120_000;

/** Not tests: each scene makes its pictures, in order. */
export default defineConfig({
  test: {
    include: ['pictures/**/*.test.ts'],
    globalSetup: ['src/start.ts'],
    testTimeout: SCENE_MS_MAX,
    hookTimeout: SCENE_MS_MAX,
    fileParallelism: false,
    bail: 1,
  },
});
