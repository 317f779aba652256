import { vanillaExtractPlugin } from '@vanilla-extract/vite-plugin';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { fakeGateway } from './test/fake/plugin.ts';

const fake = process.env.RINGSIDE_FAKE === '1';
const gateway = process.env.RINGSIDE_GATEWAY ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react(), vanillaExtractPlugin(), ...(fake ? [fakeGateway()] : [])],
  resolve: { conditions: ['ringside-source', ...defaultClientConditions] },
  ssr: { resolve: { conditions: ['ringside-source', ...defaultServerConditions] } },
  worker: { format: 'es' },
  build: { target: 'es2023', sourcemap: true },
  server: fake
    ? {}
    : {
        proxy: {
          '/api': { target: gateway, changeOrigin: true },
          '/live': { target: gateway, changeOrigin: true },
          '/ws': { target: gateway, ws: true },
        },
      },
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'screen',
          environment: 'happy-dom',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['test/setup.ts'],
        },
      },
      {
        // What shows nothing needs no page and leaves nothing behind: these files share their processes.
        extends: true,
        test: {
          name: 'pure',
          environment: 'node',
          isolate: false,
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
        },
      },
    ],
  },
});
