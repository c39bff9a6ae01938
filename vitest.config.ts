import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
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
