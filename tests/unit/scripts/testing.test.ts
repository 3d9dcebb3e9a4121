import { describe, expect, it } from 'vitest';
import { countPlaywright } from '../../../scripts/testing/count-playwright.ts';
import { countVitest } from '../../../scripts/testing/count-vitest.ts';
import { seedRange } from '../../../scripts/testing/seed-range.ts';
import { runSteps, type Step } from '../../../scripts/testing/run-steps.ts';

const step = (name: string, passed: number, failed: number, skipped = 0): Step => ({ name, run: () => Promise.resolve({ passed, failed, skipped }) });
const vitestReport = (facts: object): string => JSON.stringify({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [], ...facts });
const playwrightReport = (stats: object, errors: unknown[] = []): string => JSON.stringify({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors });

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
    expect(countVitest(vitestReport({ numPassedTests: 7, numFailedTests: 2, numPendingTests: 1 }), 1)).toEqual({ passed: 7, failed: 2, skipped: 1 });
  });
  it('[TOO10] counts a file that could not be loaded', () => {
    expect(countVitest(vitestReport({ numPassedTests: 7, testResults: [{ status: 'failed', assertionResults: [] }] }), 1).failed).toBe(1);
  });
  it('[TOO10] counts a missing report and a bad ending as a failure', () => {
    expect(countVitest(undefined, 0).failed).toBe(1);
    expect(countVitest(vitestReport({ numPassedTests: 7 }), 1)).toEqual({ passed: 7, failed: 1, skipped: 0 });
  });
});

describe('countPlaywright', () => {
  it('[TOO10] takes the numbers of the report; flaky is failed', () => {
    expect(countPlaywright(playwrightReport({ expected: 5, unexpected: 1, flaky: 1, skipped: 2 }), 1)).toEqual({ passed: 5, failed: 2, skipped: 2 });
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
