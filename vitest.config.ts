import { defineConfig } from 'vitest/config';

/** In a CI a failed test is tried once more; what needed it is named at the end (decision 0162). */
const secondAttempt = process.env.CI ? 1 : 0;

const project = (name: string, timeout: number) => ({
  test: { name, retry: secondAttempt, include: [`tests/${name}/**/*.test.ts`], testTimeout: timeout, hookTimeout: timeout, environment: 'node' as const, expect: { poll: { timeout: 20_000 } } },
});

export default defineConfig({
  test: {
    projects: [project('unit', 60_000), project('contract', 120_000), project('integration', 240_000), project('faults', 300_000), project('package', 600_000)],
    maxWorkers: 2,
  },
});
