import { describe, expect, it } from 'vitest';
import { pageAddress } from '../../../src-main/shell/page-address.ts';
import { quitInOrder } from '../../../src-main/shell/quit-in-order.ts';
import { stationDirectory } from '../../../src-main/shell/station-directory.ts';
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
    expect(stationDirectory(['x', '--dir', '/d'], { TRAMXA_DIR: '/e' }, '/u')).toBe('/d');
    expect(stationDirectory(['x'], { TRAMXA_DIR: '/e' }, '/u')).toBe('/e');
    expect(stationDirectory(['x'], {}, '/u')).toMatch(/^[/\\]u[/\\]station$/);
  });
});

describe('words', () => {
  it('[SHL7] says in words why a station could not be opened', () => {
    for (const code of ['StationKeepsDying', 'InUse', 'AlreadyServed', 'NoSuchDirectory', 'NotAStation', 'KeyringBroken', 'NotFound', 'Corrupt', 'NewerVersion', 'DiskFull', 'ReadOnly']) expect(words.reasons[code]).toBeTruthy();
  });
});
