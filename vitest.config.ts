import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    maxWorkers: 2,
    // For a test that hangs, and for no other: on a busy machine one of twenty seconds takes four times as long.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    projects: [
      {
        extends: true,
        test: { name: 'rules', include: ['packages/domain/**/*.test.ts'], isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'all else',
          include: ['{packages,apps,bench}/**/*.test.{ts,tsx}'],
          exclude: ['packages/domain/**', '**/node_modules/**'],
          globalSetup: ['apps/api/test/one-database.ts'],
        },
      },
    ],
  },
});
