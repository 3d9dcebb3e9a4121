import type { Tally } from './tally.ts';

interface PlaywrightReport { stats: { expected: number; unexpected: number; flaky: number; skipped: number }; errors: unknown[] }

/** Counts a Playwright JSON report. A test that passed only on a second try counts as failed. */
export function countPlaywright(report: string | undefined, exitCode: number): Tally {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const { stats, errors } = JSON.parse(report) as PlaywrightReport;
  const failed = stats.unexpected + stats.flaky + errors.length;
  return { passed: stats.expected, failed: failed === 0 && exitCode !== 0 ? 1 : failed, skipped: stats.skipped };
}
