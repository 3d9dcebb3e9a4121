import { describe, expect, it } from 'vitest';
import { countPlaywright } from '../../../scripts/testing/count-playwright.ts';
import { countVitest } from '../../../scripts/testing/count-vitest.ts';
import { seedRange } from '../../../scripts/testing/seed-range.ts';
import { runSteps, type Step } from '../../../scripts/testing/run-steps.ts';

const step = (name: string, passed: number, failed: number, skipped = 0): Step => ({ name, run: () => Promise.resolve({ passed, failed, skipped }) });
const vitestReport = (facts: object): string => JSON.stringify({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [], ...facts });
const playwrightReport = (stats: object, errors: unknown[] = [], suites: unknown[] = []): string => JSON.stringify({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors, suites });

describe('runSteps', () => {
  it('[TOO8] ends with the plain sum alone on the last line', async () => {
    const { lines, exitCode } = await runSteps([step('a', 2, 0), step('b', 3, 0)], [], () => {});
    expect(lines.at(-1)).toBe('5 passed, 0 failed');
    expect(exitCode).toBe(0);
  });

  it('[TOO8] fails when anything failed, and runs what comes after', async () => {
    const ran: string[] = [];
    const { lines, exitCode } = await runSteps([step('a', 0, 1), { name: 'b', run: () => { ran.push('b'); return step('b', 1, 0).run(); } }], [], () => {});
    expect(lines.at(-1)).toBe('1 passed, 1 failed');
    expect(ran).toEqual(['b']);
    expect(exitCode).toBe(1);
  });

  it('[TOO8] counts a step that throws as one failure', async () => {
    const { lines } = await runSteps([{ name: 'a', run: () => Promise.reject(new Error('no Chromium here')) }], [], () => {});
    expect(lines.at(-1)).toBe('0 passed, 1 failed');
  });

  it('[TOO9] says what was not run before the last line and never counts it as passed', async () => {
    const { lines } = await runSteps([step('a', 1, 0, 4)], ['Electron specs: no Electron here'], () => {});
    expect(lines).toContain('not run: Electron specs: no Electron here');
    expect(lines.at(-1)).toBe('1 passed, 0 failed');
  });

  it('[TOO8] fails when nothing passed at all', async () => {
    expect((await runSteps([], [], () => {})).exitCode).toBe(1);
  });
});

describe('countVitest', () => {
  it('[TOO10] takes the numbers of the report', () => {
    expect(countVitest(vitestReport({ numPassedTests: 7, numFailedTests: 2, numPendingTests: 1 }), 1)).toMatchObject({ passed: 7, failed: 2, skipped: 1 });
  });
  it('[TOO10] counts a file that could not be loaded', () => {
    expect(countVitest(vitestReport({ numPassedTests: 7, testResults: [{ status: 'failed', assertionResults: [] }] }), 1).failed).toBe(1);
  });
  it('[TOO10] counts a missing report and a bad ending as a failure', () => {
    expect(countVitest(undefined, 0).failed).toBe(1);
    expect(countVitest(vitestReport({ numPassedTests: 7 }), 1)).toMatchObject({ passed: 7, failed: 1, skipped: 0 });
  });
});

describe('what is named', () => {
  it('[TOO32] a failed test, a file that could not be loaded, and a test that passed at its second attempt', () => {
    const testResults = [
      { name: 'a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
      { name: 'b.test.ts', status: 'failed', message: '', assertionResults: [
        { fullName: 'b holds', status: 'passed', failureMessages: [] },
        { fullName: 'b was late', status: 'passed', failureMessages: ['Error: late\n at b.test.ts'] },
        { fullName: 'b broke', status: 'failed', failureMessages: ['Error: broke'] },
      ] },
    ];
    const tally = countVitest(vitestReport({ numPassedTests: 2, numFailedTests: 1, testResults }), 1);
    expect(tally).toEqual({ passed: 2, failed: 2, skipped: 0, failures: ['a.test.ts: no such module', 'b broke: Error: broke'], secondAttempts: ['b was late: Error: late at b.test.ts'] });
  });

  it('[TOO32] is said before the last line', async () => {
    const { lines, exitCode } = await runSteps([{ name: 'a', run: () => Promise.resolve({ passed: 2, failed: 1, skipped: 0, failures: ['b broke'], secondAttempts: ['c was late'] }) }], [], () => {});
    expect(lines.slice(-3)).toEqual(['passed at the second attempt: c was late', 'failed: b broke', '2 passed, 1 failed']);
    expect(exitCode).toBe(1);
  });
});

describe('countPlaywright', () => {
  it('[TOO10] takes the numbers of the report', () => {
    expect(countPlaywright(playwrightReport({ expected: 5, unexpected: 1, skipped: 2 }), 1)).toMatchObject({ passed: 5, failed: 1, skipped: 2 });
  });
  it('[TOO32] names what failed, and what passed at a second attempt only', () => {
    const attempt = (title: string, status: string, ...messages: (string | undefined)[]) => ({ title, tests: [{ status, results: messages.map((message) => (message === undefined ? {} : { error: { message } })) }] });
    const tally = countPlaywright(playwrightReport({ expected: 1, unexpected: 1, flaky: 1 }, [], [{ specs: [attempt('fine', 'expected', undefined)], suites: [{ specs: [attempt('late', 'flaky', 'Error: 20 s\n  at x', undefined), attempt('broken', 'unexpected', '\u001B[31mError: no\u001B[39m', 'Error: no')] }] }]), 1);
    expect(tally).toEqual({ passed: 2, failed: 1, skipped: 0, failures: ['broken: Error: no'], secondAttempts: ['late: Error: 20 s at x'] });
  });
  it('[TOO10] counts errors outside tests and a missing report', () => {
    expect(countPlaywright(playwrightReport({}, [{}]), 1).failed).toBe(1);
    expect(countPlaywright(undefined, 1).failed).toBe(1);
  });
});

describe('seedRange', () => {
  it('[TOO23] turns the first seed and a count into a range, and takes nothing else', () => {
    expect(seedRange('7', '3')).toBe('7-9');
    for (const [from, count] of [['x', '3'], ['1', '0'], ['-1', '2'], ['1', '1.5']] as const) expect(seedRange(from, count)).toBeUndefined();
  });
});
