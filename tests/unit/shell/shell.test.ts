import { describe, expect, it } from 'vitest';
import { pageAddress } from '../../../src-main/shell/page-address.ts';
import { quitInOrder } from '../../../src-main/shell/quit-in-order.ts';
import { stationDirectory } from '../../../src-main/shell/station-directory.ts';
import { unsupportedSystem } from '../../../src-main/shell/unsupported-system.ts';
import { windowOptions } from '../../../src-main/shell/window-options.ts';
import { words } from '../../../src-main/shell/words.ts';

describe('quitInOrder', () => {
  it('[SHL9] holds the end back until the station has stopped, and stops it once', async () => {
    let quit: ((event: { preventDefault(): void }) => void) | undefined;
    const exits: number[] = [];
    let stops = 0;
    let release: () => void = () => {};
    quitInOrder({ on: (_event, listener) => { quit = listener; }, exit: (code) => exits.push(code) }, () => { stops += 1; return new Promise<void>((resolve) => { release = resolve; }); });
    let held = 0;
    quit?.({ preventDefault: () => { held += 1; } });
    quit?.({ preventDefault: () => { held += 1; } });
    expect({ held, stops, exits }).toEqual({ held: 2, stops: 1, exits: [] });
    release();
    await new Promise((resolve) => setImmediate(resolve));
    expect(exits).toEqual([0]);
  });
});

describe('windowOptions', () => {
  it('[SHL10] puts the page in the sandbox, apart, without Node and without a preload', () => {
    expect(windowOptions.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, webSecurity: true, webviewTag: false });
    expect(windowOptions.webPreferences).not.toHaveProperty('preload');
  });
});

describe('pageAddress', () => {
  it('[SHL11] carries the one-time token in the fragment', () => {
    const address = new URL(pageAddress({ address: 'http://127.0.0.1:4100', token: 'a+b/c=' }));
    expect(address.search).toBe('');
    expect(new URLSearchParams(address.hash.slice(1)).get('token')).toBe('a+b/c=');
  });
});

describe('stationDirectory', () => {
  it('[SHL12] takes --dir, then TRAMXA_DIR, then a folder of the user', () => {
    const linux = { argv: ['x'], env: {}, platform: 'linux', userData: '/u', exists: () => true };
    expect(stationDirectory({ ...linux, argv: ['x', '--dir', '/d'], env: { TRAMXA_DIR: '/e' } })).toBe('/d');
    expect(stationDirectory({ ...linux, env: { TRAMXA_DIR: '/e' } })).toBe('/e');
    expect(stationDirectory(linux)).toBe('/u/station');
  });

  it('[SHL13] takes the folder the Windows installer made, unless a station is in the user\'s own already', () => {
    const windows = { argv: ['x'], env: { ProgramData: 'C:\\ProgramData' }, platform: 'win32', userData: 'C:\\Users\\hoa\\tramxa' };
    const there = (...folders: string[]) => stationDirectory({ ...windows, exists: (path) => folders.includes(path) });
    expect([there('C:\\ProgramData\\TramXa'), there(), there('C:\\ProgramData\\TramXa', 'C:\\Users\\hoa\\tramxa\\station')]).toEqual(['C:\\ProgramData\\TramXa\\station', 'C:\\Users\\hoa\\tramxa\\station', 'C:\\Users\\hoa\\tramxa\\station']);
  });
});

describe('unsupportedSystem', () => {
  it('[SHL14] names a Windows that is too old or of 32 bits, and says what to do', () => {
    const why = (release: string, arch = 'x64', platform = 'win32') => unsupportedSystem({ platform, release, arch });
    expect(['6.1.7601', '6.3.9600', '10.0.10240', '10.0.17134'].map((release) => why(release))).toEqual(Array.from({ length: 4 }, () => 'oldWindows'));
    expect([why('10.0.17763'), why('10.0.26100'), why('5.4.0', 'x64', 'linux'), why('10.0.19045', 'ia32')]).toEqual([undefined, undefined, undefined, 'notSixtyFour']);
    expect(words.unsupported.oldWindows).toContain('Windows 10');
    expect(words.unsupported.notSixtyFour).toContain('64-bit');
  });
});

describe('words', () => {
  it('[SHL7] says in words why a station could not be opened', () => {
    for (const code of ['StationKeepsDying', 'InUse', 'AlreadyServed', 'NoSuchDirectory', 'NotAStation', 'KeyringBroken', 'NotFound', 'Corrupt', 'NewerVersion', 'DiskFull', 'ReadOnly']) expect(words.reasons[code]).toBeTruthy();
  });
});
