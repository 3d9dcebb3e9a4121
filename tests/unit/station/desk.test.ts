import { expect, it } from 'vitest';
import { createDesk } from '../../../src-main/station/server/desk.ts';
import type { DeskParts } from '../../../src-main/station/server/desk.ts';
import { createSessions } from '../../../src-main/station/server/sessions.ts';
import type { OpenStation, Station } from '../../../src-main/station/station.ts';

const nurse = { account: 'lan', displayName: 'Lan', role: 'head' } as const;

/** A station whose sign-ins and sealing go one after another, as those of the real one do; a password takes until `answer`. */
function aStation() {
  const waiting: (() => void)[] = [];
  let opened: OpenStation | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work, work);
    turn = result.catch(() => undefined);
    return result;
  };
  const station = {
    accounts: { keyring: () => ({ unit: '25001', unitName: 'Trạm', practice: false }), list: () => [] },
    open: () => opened, opening: () => undefined,
    signIn: () => inTurn(async () => {
      await new Promise<void>((resolve) => { waiting.push(resolve); });
      opened = {} as OpenStation;
      return { ok: true, key: Buffer.alloc(32), person: nurse };
    }),
    seal: () => inTurn(async () => { opened = undefined; }),
  } as unknown as Station;
  const answer = async () => { while (waiting.length === 0) await new Promise((resolve) => { setImmediate(resolve); }); waiting.shift()?.(); };
  return { station, answer };
}

it('[STA39] who signs in on a screen while the last command ends finds the station open', async () => {
  const { station, answer } = aStation();
  const desk = createDesk({ station, sessions: createSessions(600_000, Date.now), preferences: { get: () => ({}) }, faults: {}, idleLockMinutes: 10 } as unknown as DeskParts);
  const command = desk.signInCommand('command', 'lan', 'x');
  await answer();
  await command;
  const screen = desk.signIn('page', 'lan', 'x');
  const ending = desk.signOutCommand('command');
  await answer();
  expect(await screen).toMatchObject({ ok: true, session: { state: 'signedIn' } });
  await ending;
  expect(desk.stateFor('page').state).toBe('signedIn');
  await desk.signOut('page');
  expect(station.open()).toBeUndefined();
});
