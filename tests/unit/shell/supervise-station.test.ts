import { beforeEach, describe, expect, it } from 'vitest';
import { restartLimit, superviseStation, type Supervisor } from '../../../src-main/shell/supervise-station.ts';
import { ChildStandIn, TimersStandIn } from './stand-ins.ts';

let timers = new TimersStandIn();
let children: ChildStandIn[] = [];
let ports: (number | undefined)[] = [];
let ready: { address: string; token: string }[] = [];
let restarts: number[] = [];
let givenUp: string[] = [];
let supervisor: Supervisor;

beforeEach(() => {
  timers = new TimersStandIn();
  [children, ports, ready, restarts, givenUp] = [[], [], [], [], []];
  supervisor = superviseStation({
    fork: (port) => { const child = new ChildStandIn(); children.push(child); ports.push(port); return child; },
    onReady: (station) => ready.push(station),
    onRestart: (attempt) => restarts.push(attempt),
    onGivenUp: (code) => givenUp.push(code),
    timers,
  });
  supervisor.start();
});

const last = (): ChildStandIn => children.at(-1) as ChildStandIn;
const serve = (port = 4100): void => last().say({ kind: 'ready', address: `http://127.0.0.1:${port}`, token: 't' });

describe('superviseStation', () => {
  it('[SHL4] opens the page once the station has said its address', () => {
    expect(ready).toEqual([]);
    serve();
    expect(ready).toEqual([{ address: 'http://127.0.0.1:4100', token: 't' }]);
    expect(supervisor.origin()).toBe('http://127.0.0.1:4100');
  });

  it('[SHL4] takes no address outside this machine and no message of another shape', () => {
    for (const message of [{ kind: 'ready', address: 'http://example.org:80', token: 't' }, { kind: 'ready', address: 'http://127.0.0.1:1' }, 'ready', null, 7]) last().say(message);
    expect(ready).toEqual([]);
  });

  it('[SHL5] starts a station that died again, on the port it had', () => {
    serve(4321);
    last().die();
    expect(children).toHaveLength(1);
    timers.pass(restartLimit.pauseMs);
    expect(ports).toEqual([undefined, 4321]);
    expect(restarts).toEqual([1]);
    serve(4321);
    expect(ready).toHaveLength(2);
  });

  it('[SHL6] gives up when it keeps dying, and can be asked to try again', () => {
    for (let death = 0; death <= restartLimit.deaths; death += 1) {
      last().die();
      timers.pass(restartLimit.pauseMs);
    }
    expect(givenUp).toEqual(['StationKeepsDying']);
    const before = children.length;
    timers.pass(60_000);
    expect(children).toHaveLength(before);
    supervisor.start();
    expect(children).toHaveLength(before + 1);
  });

  it('[SHL6] forgets deaths of long ago', () => {
    for (let death = 0; death < 10; death += 1) {
      last().die();
      timers.pass(restartLimit.windowMs);
    }
    expect(givenUp).toEqual([]);
  });

  it('[SHL7] does not try again what cannot work, and says why', () => {
    last().say({ kind: 'failed', code: 'InUse' });
    last().die();
    timers.pass(60_000);
    expect(givenUp).toEqual(['InUse']);
    expect(children).toHaveLength(1);
  });

  it('[SHL8] stops in order: asks, waits for done, waits for the end', async () => {
    serve();
    let result: string | undefined;
    const stopping = supervisor.stop().then((how) => { result = how; });
    expect(last().posted).toEqual([{ kind: 'shutdown' }]);
    last().say({ kind: 'done' });
    await Promise.resolve();
    expect(result).toBeUndefined();
    last().die(0);
    await stopping;
    expect(result).toBe('clean');
    timers.pass(60_000);
    expect(children).toHaveLength(1);
    expect(last().killed).toBe(false);
  });

  it('[SHL8] ends a station that stays silent, after the time limit', async () => {
    serve();
    const stopping = supervisor.stop();
    timers.pass(restartLimit.shutdownMs - 1);
    expect(last().killed).toBe(false);
    timers.pass(1);
    expect(await stopping).toBe('killed');
    expect(last().killed).toBe(true);
  });

  it('[SHL8] stops at once when nothing runs, and starts nothing after', async () => {
    serve();
    last().die();
    expect(await supervisor.stop()).toBe('notRunning');
    timers.pass(60_000);
    expect(children).toHaveLength(1);
  });
});
