import { addTallies, type Tally } from './tally.ts';

export interface Step { name: string; run(): Promise<Tally> }
export interface Outcome { lines: string[]; exitCode: 0 | 1 }

/**
 * Runs every step whatever became of the ones before, and words the end: a line per step, a line for what was not run,
 * one for each test that failed or needed a second attempt, then `N passed, N failed` alone on the last line. What was not
 * run is never counted as passed.
 */
export async function runSteps(steps: readonly Step[], notRun: readonly string[], say: (line: string) => void): Promise<Outcome> {
  const tallies: Tally[] = [];
  const lines: string[] = [];
  for (const step of steps) {
    say(`\n── ${step.name}`);
    const started = Date.now();
    const tally = await step.run().catch((error: unknown): Tally => {
      say(`${step.name}: ${error instanceof Error ? error.message : String(error)}`);
      return { passed: 0, failed: 1, skipped: 0 };
    });
    tallies.push(tally);
    lines.push(`${step.name}: ${tally.passed} passed, ${tally.failed} failed${tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''} (${Math.round((Date.now() - started) / 1000)} s)`);
  }
  const total = addTallies(tallies);
  const none = total.passed === 0;
  return {
    lines: [
      '',
      ...lines,
      ...notRun.map((line) => `not run: ${line}`),
      ...(total.skipped > 0 ? [`skipped: ${total.skipped}, counted neither as passed nor as failed`] : []),
      ...total.secondAttempts.map((line) => `passed at the second attempt: ${line}`),
      ...total.failures.map((line) => `failed: ${line}`),
      `${total.passed} passed, ${total.failed} failed`,
    ],
    exitCode: total.failed > 0 || none ? 1 : 0,
  };
}
