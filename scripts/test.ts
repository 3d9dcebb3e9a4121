import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium/ensure-chromium.ts';
import { electronProgram, hasDisplay } from './electron-here.ts';
import { countPlaywright } from './testing/count-playwright.ts';
import { countVitest } from './testing/count-vitest.ts';
import { runSteps, type Step } from './testing/run-steps.ts';
import { runNode, toolFile } from './testing/run-tool.ts';
import type { Tally } from './testing/tally.ts';

const say = (line: string): void => console.log(line);
const reports = mkdtempSync(join(tmpdir(), 'tramxa-test-'));
const report = (name: string): string | undefined => (existsSync(join(reports, name)) ? readFileSync(join(reports, name), 'utf8') : undefined);

/** A check that either holds or does not: counts as one. */
const check = (name: string, ...runs: string[][]): Step => ({
  name,
  async run(): Promise<Tally> {
    let worst = 0;
    for (const args of runs) worst = Math.max(worst, await runNode(args));
    return worst === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
  },
});

/** Where days are reckoned and shown; what stores and exchanges knows instants alone. */
const daysReckoned = ['contract', 'domain', 'hub', 'renderer', 'shell', 'station', 'updates'].map((area) => `tests/unit/${area}/`);

const vitest = (name: string, project: string, { env = {}, only = [] }: { env?: NodeJS.ProcessEnv; only?: readonly string[] } = {}): Step => ({
  name,
  async run() {
    const file = `${name.replaceAll(/\W+/g, '-')}.json`;
    const code = await runNode([toolFile('vitest', 'vitest'), 'run', ...only, '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${join(reports, file)}`], env);
    return countVitest(report(file), code);
  },
});

const browser = (name: string, project: string, env: NodeJS.ProcessEnv): Step => ({
  name,
  async run() {
    const code = await runNode([toolFile('@playwright/test', 'playwright'), 'test', '--config', 'tests/e2e/playwright.config.ts', '--project', project, '--reporter=list,json'],
      { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, `${project}.json`) });
    return countPlaywright(report(`${project}.json`), code);
  },
});

const tsc = toolFile('typescript', 'tsc');
const vite = toolFile('vite', 'vite');
const notRun: string[] = [];
const chromium = ensureChromium(say);

const steps: Step[] = [
  check('types', ...['shared', 'node', 'renderer', 'shell'].map((environment) => [tsc, '-p', `tsconfig.${environment}.json`])),
  check('lint', [toolFile('eslint', 'eslint'), '.']),
  check('boundaries', ['scripts/check-boundaries.ts']),
  check('specs', ['scripts/check-specs.ts']),
  check('renderer bundle', [vite, 'build', '--config', 'vite.renderer.config.ts', '--logLevel', 'warn']),
  vitest('unit', 'unit'),
  vitest('unit, TZ=America/Los_Angeles', 'unit', { env: { TZ: 'America/Los_Angeles' }, only: daysReckoned }),
  vitest('contract', 'contract'),
  vitest('integration', 'integration'),
  vitest('faults', 'faults'),
  // The stand-in for Electron is made for Linux; the files that go in are the same everywhere.
  ...(process.platform === 'linux' ? [vitest('package', 'package')] : []),
];
if (chromium === undefined) steps.push({ name: 'browser', run: () => Promise.reject(new Error('the browser tests were not run: no Chromium here')) });
else steps.push(browser('browser', 'chromium', { CHROMIUM_PATH: chromium }));

if (electronProgram() === undefined) notRun.push('Electron specs: no Electron here (its binary is fetched by `npx install-electron`)');
else if (!hasDisplay()) notRun.push('Electron specs: no display here');
else steps.push(check('shell bundle', [vite, 'build', '--config', 'vite.node.config.ts', '--logLevel', 'warn']), browser('Electron', 'electron', {}));
if (!process.env.COUCHDB_URL) notRun.push('contract tests against an Apache CouchDB: COUCHDB_URL is not set');

const { lines, exitCode } = await runSteps(steps, notRun, say);
rmSync(reports, { recursive: true, force: true });
for (const line of lines) say(line);
process.exitCode = exitCode;
