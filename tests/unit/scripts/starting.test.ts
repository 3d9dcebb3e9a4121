import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../../../scripts/starting/free-port.ts';
import { isStale } from '../../../scripts/starting/is-stale.ts';
import { browserCommand } from '../../../scripts/starting/open-browser.ts';

describe('isStale', () => {
  let dir = '';
  const file = (path: string, at: number): string => {
    writeFileSync(join(dir, path), '');
    utimesSync(join(dir, path), at, at);
    return join(dir, path);
  };
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'tramxa-stale-'));
    mkdirSync(join(dir, 'src/deep'), { recursive: true });
    for (const folder of ['src/deep', 'src']) utimesSync(join(dir, folder), 50, 50);
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));
  const aged = (): void => { for (const folder of ['src/deep', 'src']) utimesSync(join(dir, folder), 50, 50); };

  it('[TOO14] builds what was never built', () => {
    expect(isStale(join(dir, 'made'), [join(dir, 'src')])).toBe(true);
  });
  it('[TOO14] keeps what is newer than every source, and does not mind a source that is not there', () => {
    file('src/deep/a.ts', 100);
    aged();
    expect(isStale(file('made', 200), [join(dir, 'src'), join(dir, 'nowhere')])).toBe(false);
  });
  it('[TOO14] builds again when a source deep below is newer', () => {
    file('src/deep/a.ts', 300);
    aged();
    expect(isStale(file('made', 200), [join(dir, 'src')])).toBe(true);
  });
});

describe('browserCommand', () => {
  it('[TOO15] opens the default browser of each system', () => {
    expect(browserCommand('win32', {})?.[0]).toBe('rundll32');
    expect(browserCommand('darwin', {})).toEqual(['open']);
    expect(browserCommand('linux', { DISPLAY: ':0' })).toEqual(['xdg-open']);
  });
  it('[TOO15] opens none without a display, in a CI or when asked not to', () => {
    expect(browserCommand('linux', {})).toBeUndefined();
    expect(browserCommand('win32', { CI: 'true' })).toBeUndefined();
    expect(browserCommand('win32', { TRAMXA_NO_BROWSER: '1' })).toBeUndefined();
  });
});

describe('freePort', () => {
  it('[TOO16] takes another port where the wanted one is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const { port } = server.address() as AddressInfo;
    const other = await freePort(port);
    expect(other).not.toBe(port);
    expect(other).toBeGreaterThan(0);
    await new Promise((resolve) => { server.close(resolve); });
    expect(await freePort(port)).toBe(port);
  });
});
