import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findPrinter } from '../../../../src-main/station/reports/find-printer.ts';

const dir = mkdtempSync(join(tmpdir(), 'tramxa-printer-'));
/** A busy machine takes its time to start a command. */
const patiently = 30_000;
afterAll(() => { rmSync(dir, { recursive: true, force: true }); });

/** A command of that name which does this, found before the system's own. */
function standIn(name: string, script: string): NodeJS.ProcessEnv {
  const folder = mkdtempSync(join(dir, 'bin-'));
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
  return { PATH: `${folder}:/usr/bin:/bin` };
}

describe('the printer of this PC', () => {
  it.each([
    ['one that is ready', 'echo "printer HP_LaserJet is idle.  enabled since Sun 22 Nov 2026"', 'ready'],
    ['one that is switched off in the system', 'echo "printer HP_LaserJet disabled since Sun 22 Nov 2026 -"', 'none'],
    ['none', 'echo "lpstat: No destinations added." >&2', 'none'],
    ['a printing system that fails', 'echo "lpstat: Scheduler is not running" >&2; exit 1', 'none'],
  ] as const)('[DAY2] %s', async (_what, script, state) => { expect(await findPrinter('linux', standIn('lpstat', script), patiently)).toBe(state); });

  it('[DAY2] a PC without a printing system has none', async () => { expect(await findPrinter('linux', { PATH: mkdtempSync(join(dir, 'empty-')) }, patiently)).toBe('none'); });

  it('[DAY2] a printing system that hangs is given up, also where it started something that holds its output', async () => {
    const began = performance.now();
    expect(await Promise.all(['exec sleep 30', 'sleep 30'].map((script) => findPrinter('linux', standIn('lpstat', script))))).toEqual(['silent', 'silent']);
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  it('[DAY2] of Windows those count that put ink on paper; where its list cannot be read it is left to ask', async () => {
    const listed = (name: string) => `printf '    ${name}    REG_SZ    winspool,Ne01:\\n'`;
    expect(await findPrinter('win32', standIn('reg.exe', `${listed('Microsoft Print to PDF')}; ${listed('Fax')}`), patiently)).toBe('none');
    expect(await findPrinter('win32', standIn('reg.exe', `${listed('Microsoft Print to PDF')}; ${listed('Canon LBP2900')}`), patiently)).toBe('ready');
    expect(await findPrinter('win32', standIn('reg.exe', 'exit 1'), patiently)).toBe('ready');
  });
});
