import { nameFailure, type Tally } from './tally.ts';

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests?: number;
  testResults: { name?: string; status: string; message?: string; assertionResults: { fullName: string; status: string; failureMessages?: string[] }[] }[];
}

/**
 * Counts a vitest JSON report. A test file that could not even be loaded counts as one failure, and so does a run that
 * ended badly without naming a failed test or left no report at all. A test that passed after a first failure is named.
 */
export function countVitest(report: string | undefined, exitCode: number): Tally {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests = 0, testResults } = JSON.parse(report) as VitestReport;
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = numFailedTests + unloaded.length;
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const named = (status: string): string[] => tests.filter((test) => test.status === status && test.failureMessages?.length).map((test) => nameFailure(test.fullName, test.failureMessages?.[0]));
  return {
    passed: numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: numPendingTests + numTodoTests,
    failures: [...unloaded.map(({ name = '', message }) => nameFailure(name, message)), ...named('failed')],
    secondAttempts: named('passed'),
  };
}
