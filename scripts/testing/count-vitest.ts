import type { Tally } from './tally.ts';

interface VitestReport { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests?: number; testResults: { status: string; assertionResults: unknown[] }[] }

/**
 * Counts a vitest JSON report. A test file that could not even be loaded counts as one failure, and so does a run that
 * ended badly without naming a failed test or left no report at all.
 */
export function countVitest(report: string | undefined, exitCode: number): Tally {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests = 0, testResults } = JSON.parse(report) as VitestReport;
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const failed = numFailedTests + unloaded;
  return { passed: numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed, skipped: numPendingTests + numTodoTests };
}
