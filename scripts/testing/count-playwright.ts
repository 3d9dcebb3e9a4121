import { nameFailure, type Tally } from './tally.ts';

interface Suite { suites?: Suite[]; specs?: { title: string; tests: { status: string; results: { error?: { message?: string } }[] }[] }[] }
interface PlaywrightReport { stats: { expected: number; unexpected: number; flaky: number; skipped: number }; errors: { message?: string }[]; suites?: Suite[] }

/** Counts a Playwright JSON report. A test that passed at a second attempt counts as passed, and is named. */
export function countPlaywright(report: string | undefined, exitCode: number): Tally {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const { stats, errors, suites = [] } = JSON.parse(report) as PlaywrightReport;
  const failed = stats.unexpected + errors.length;
  const specs = suites.flatMap(specsOf);
  const named = (status: string): string[] => specs.flatMap(({ title, tests }) => tests.filter((test) => test.status === status)
    .map(({ results }) => nameFailure(title, results.find(({ error }) => error)?.error?.message)));
  return {
    passed: stats.expected + stats.flaky,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: stats.skipped,
    failures: [...errors.map(({ message }) => nameFailure('outside the tests', message)), ...named('unexpected')],
    secondAttempts: named('flaky'),
  };
}

const specsOf = ({ suites = [], specs = [] }: Suite): NonNullable<Suite['specs']> => [...specs, ...suites.flatMap(specsOf)];
