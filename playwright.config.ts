import { defineConfig } from '@playwright/test';
import { atOnce } from './journeys/start.ts';

/** Chromium asks nothing of the network, and runs as root where it must. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'journeys',
  testMatch: '**/*.journey.ts',
  outputDir: 'test-results',
  timeout: 240_000,
  expect: { timeout: 15_000 },
  workers: atOnce,
  fullyParallel: false,
  reporter: [['list']],
  globalSetup: './journeys/start.ts',
  use: {
    locale: 'en-GB',
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    timezoneId: 'Europe/London',
    screenshot: 'only-on-failure',
    launchOptions: {
      args,
      ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
    },
  },
});
