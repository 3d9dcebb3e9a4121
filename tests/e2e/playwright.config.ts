import { defineConfig } from '@playwright/test';
import { findChromium } from '../../scripts/chromium/find-chromium.ts';

const isRoot = process.getuid?.() === 0;

/** Journeys in the system's own Chromium; the `electron` project starts the real shell and needs its binary. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: false,
  workers: 1,
  // What needed a second attempt is named at the end of `npm test` (decision 0162).
  retries: process.env.CI ? 1 : 0,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: { locale: 'vi-VN', viewport: { width: 1366, height: 625 }, trace: 'retain-on-failure', screenshot: 'only-on-failure', actionTimeout: 20_000 },
  projects: [
    {
      name: 'chromium',
      testMatch: 'journeys/**/*.spec.ts',
      use: {
        browserName: 'chromium',
        launchOptions: {
          executablePath: findChromium(),
          args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...(isRoot ? ['--no-sandbox'] : [])],
        },
      },
    },
    { name: 'electron', testMatch: 'electron/**/*.spec.ts' },
  ],
});
