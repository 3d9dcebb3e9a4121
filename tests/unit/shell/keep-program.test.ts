import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepProgram } from '../../../src-main/shell/keep-program.ts';
import { restartLimit, superviseStation, type Supervisor } from '../../../src-main/shell/supervise-station.ts';
import { markNext, readProgramState, readUpdateFile, thisPlatform, unpackUpdate, versionFolder } from '../../../updates/index.ts';
import { anUpdate, releaseKey, writeFiles } from '../../support/update-files.ts';
import { ChildStandIn, TimersStandIn } from './stand-ins.ts';

let dir = '';
let timers = new TimersStandIn();
let children: ChildStandIn[] = [];
let entries: string[] = [];
let givenUp: string[] = [];
let supervisor: Supervisor;
const last = (): ChildStandIn => children.at(-1) as ChildStandIn;
const started = (): string => (entries.at(-1) === 'installed' ? 'installed' : /program[/\\]([\d.]+)/.exec(entries.at(-1) ?? '')?.[1] ?? '');

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'tramxa-keep-'));
  timers = new TimersStandIn();
  [children, entries, givenUp] = [[], [], []];
  const file = anUpdate(join(dir, 'up'), writeFiles(join(dir, 'new'), { 'dist/station/child.js': 'new' }), '0.2.0');
  mkdirSync(join(dir, 'program'));
  await unpackUpdate(file, await readUpdateFile(file, { publicKeys: [releaseKey.publicKey] }), thisPlatform(), versionFolder(dir, '0.2.0'));
  markNext(dir, '0.2.0');
  const program = keepProgram({ dir, installed: '0.1.0', entry: 'installed', publicKeys: [releaseKey.publicKey], now: () => 0, fork: (entry) => { const child = new ChildStandIn(); children.push(child); entries.push(entry); return child; } });
  supervisor = superviseStation({ ...program, onReady: () => undefined, onRestart: () => undefined, onGivenUp: (code) => givenUp.push(code), timers });
  supervisor.start();
});
afterEach(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }));

describe('a version on trial', () => {
  it('[UPD5] is the one that works once it has opened the file', () => {
    expect(started()).toBe('0.2.0');
    last().say({ kind: 'ready', address: 'http://127.0.0.1:4100', token: 't' });
    expect(readProgramState(dir).current).toBeUndefined();
    last().say({ kind: 'healthy' });
    expect(readProgramState(dir)).toMatchObject({ current: '0.2.0' });
    last().die();
    timers.pass(restartLimit.pauseMs);
    expect(started()).toBe('0.2.0');
  });

  it('[UPD6] that dies before it opened the file gives its place to the one before, at once', () => {
    last().say({ kind: 'ready', address: 'http://127.0.0.1:4100', token: 't' });
    last().die();
    expect(started()).toBe('installed');
    expect(readProgramState(dir).failed[0]).toMatchObject({ version: '0.2.0', code: 'StationEnded' });
  });

  it('[UPD6] that cannot open the file, or does not start, gives its place up with the reason', () => {
    last().say({ kind: 'unfit', code: 'Fault' });
    expect(last().killed).toBe(true);
    last().die();
    expect([started(), readProgramState(dir).failed[0]?.code, givenUp]).toEqual(['installed', 'Fault', []]);
  });

  it('[UPD6] is not blamed for what would stop any version', () => {
    last().say({ kind: 'failed', code: 'DiskFull' });
    last().die();
    expect([givenUp, readProgramState(dir).failed, readProgramState(dir).next]).toEqual([['DiskFull'], [], { version: '0.2.0', tries: 0 }]);
  });

  it('[UPD6] that was ended in order before anybody signed in is tried again', async () => {
    const stopped = supervisor.stop();
    last().say({ kind: 'done' });
    last().die(0);
    expect(await stopped).toBe('clean');
    expect(readProgramState(dir).next).toEqual({ version: '0.2.0', tries: 0 });
  });

  it('[SHL15] is started when the station asks for it, after the old one has written its last', async () => {
    last().say({ kind: 'restart' });
    expect(last().posted).toEqual([{ kind: 'shutdown' }]);
    expect(children).toHaveLength(1);
    last().say({ kind: 'done' });
    last().die(0);
    await expect.poll(() => children.length).toBe(2);
    expect(givenUp).toEqual([]);
  });
});
