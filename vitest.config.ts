import { defineConfig } from 'vitest/config';

const project = (name: string, timeout: number) => ({
  test: { name, include: [`tests/${name}/**/*.test.ts`], testTimeout: timeout, hookTimeout: timeout, environment: 'node' as const },
});

export default defineConfig({
  test: {
    projects: [project('unit', 30_000), project('contract', 60_000), project('integration', 120_000), project('faults', 300_000), project('package', 600_000)],
    maxWorkers: 2,
  },
});
