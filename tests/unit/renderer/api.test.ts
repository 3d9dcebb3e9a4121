import { describe, expect, it, vi } from 'vitest';
import { answerWithinMs } from '../../../src-renderer/api/answer-within-ms.ts';
import { createDraftKeeper } from '../../../src-renderer/api/draft-keeper.ts';
import { errorToFault, Fault } from '../../../src-renderer/api/fault.ts';
import { createOneRun } from '../../../src-renderer/api/one-run.ts';
import { tokenOfFragment } from '../../../src-renderer/api/token-of-fragment.ts';
import type { OperationAnswer } from '../../../src-shared/contract/operations.ts';

const saved = (already = false): OperationAnswer => ({ ok: true, result: { id: 'patients:1', ids: ['patients:1'], warnings: [], already } });

describe('saving once', () => {
  it('[SCR12] five presses are one save', async () => {
    const one = createOneRun();
    const send = vi.fn(() => Promise.resolve(saved()));
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => one.attempt('k', {}, send)));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['saved', 'ignored', 'ignored', 'ignored', 'ignored']);
    expect((await one.attempt('k', {}, send)).kind).toBe('ignored');
    expect(send).toHaveBeenCalledOnce();
  });
  it('[SCR12] after a refusal or a fault the same form may be sent again', async () => {
    const one = createOneRun();
    expect(await one.attempt('k', {}, () => Promise.resolve({ ok: false, refusals: [{ code: 'ReasonMissing' }] }))).toEqual({ kind: 'refused', refusals: [{ code: 'ReasonMissing' }] });
    expect((await one.attempt('k', {}, () => Promise.reject(new Fault('broken', 'f1')))).kind).toBe('fault');
    expect((await one.attempt('k', {}, () => Promise.resolve(saved()))).kind).toBe('saved');
  });
  it('[SCR12] an attempt whose answer was lost and a form changed since: the record made is found, nothing is written twice', async () => {
    const one = createOneRun<{ reason: string }>();
    const sent: string[] = [];
    const station = (input: { reason: string }): Promise<OperationAnswer> => {
      sent.push(input.reason);
      if (sent.length === 1) return Promise.reject(new Fault('unreachable'));
      return Promise.resolve(input.reason === 'a' ? saved(true) : { ok: false, refusals: [{ code: 'KeyReused' }] });
    };
    await one.attempt('k', { reason: 'a' }, station);
    expect(await one.attempt('k', { reason: 'b' }, station)).toMatchObject({ kind: 'saved', changedSince: true, result: { id: 'patients:1' } });
    expect(sent).toEqual(['a', 'b', 'a']);
  });
  it('[SCR12] the same content sent again is the same record', async () => {
    const one = createOneRun();
    await one.attempt('k', { reason: 'a' }, () => Promise.reject(new Fault('unreachable')));
    expect(await one.attempt('k', { reason: 'a' }, () => Promise.resolve(saved(true)))).toMatchObject({ kind: 'saved', changedSince: false });
  });
});

describe('keeping what was typed', () => {
  it('[SCR13] keeps the newest text, once', async () => {
    const save = vi.fn((_content: Record<string, unknown>) => Promise.resolve({ updatedAt: 't' }));
    const keeper = createDraftKeeper({ save, discard: () => Promise.resolve() });
    await Promise.all([keeper.keep('{"a":1}'), keeper.keep('{"a":2}'), keeper.keep('{"a":2}')]);
    expect(save.mock.calls).toEqual([[{ a: 1 }], [{ a: 2 }]]);
    expect(keeper.isKept('{"a":2}')).toBe(true);
  });
  it('[SCR13] a save that failed is tried again', async () => {
    const save = vi.fn().mockRejectedValueOnce(new Fault('unreachable')).mockResolvedValue({ updatedAt: 't' });
    const keeper = createDraftKeeper({ save, discard: () => Promise.resolve() });
    expect(await keeper.keep('{}')).toEqual({ kind: 'failed' });
    expect(await keeper.keep('{}')).toEqual({ kind: 'kept', at: 't' });
  });
  it('[SCR13] no late save brings a finished form back', async () => {
    const happened: string[] = [];
    let release: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => { release = resolve; });
    const keeper = createDraftKeeper({ save: async () => { await slow; happened.push('save'); return { updatedAt: 't' }; }, discard: () => { happened.push('discard'); return Promise.resolve(); } });
    const first = keeper.keep('{"a":1}');
    await Promise.resolve();
    const finished = keeper.finish();
    const late = keeper.keep('{"a":2}');
    release();
    await Promise.all([first, finished, late]);
    expect(happened).toEqual(['save', 'discard']);
  });
  it('[SCR13] a form never kept leaves nothing to throw away; a restored one is thrown away', async () => {
    const discard = vi.fn(() => Promise.resolve());
    await createDraftKeeper({ save: vi.fn(), discard }).finish();
    expect(discard).not.toHaveBeenCalled();
    await createDraftKeeper({ save: vi.fn(), discard }, '{}').finish();
    expect(discard).toHaveBeenCalledOnce();
  });
});

describe('what went wrong', () => {
  it('[SCR14] tells a missing session, a browser never let in, a fault with its id and silence apart', () => {
    const kinds = [{ data: { code: 'UNAUTHORIZED' } }, { message: 'NoPass', data: { code: 'FORBIDDEN' } }, { data: { code: 'INTERNAL_SERVER_ERROR', faultId: 'ab12' } }, { data: { code: 'BAD_REQUEST' } }, new TypeError('fetch failed'), undefined]
      .map((error) => { const { kind, faultId } = errorToFault(error); return [kind, faultId]; });
    expect(kinds).toEqual([['signedOut', undefined], ['noPass', undefined], ['broken', 'ab12'], ['broken', 'BAD_REQUEST'], ['unreachable', undefined], ['unreachable', undefined]]);
  });
  it('[SCR34] an answer is waited for half a minute, minutes where the station works on its whole file, and never that long over a line', () => {
    const within = ['trpc/session.signIn', 'trpc/backups.now', 'trpc/firstStart.makePractice', 'trpc/run', 'trpc/ask?input=%7B%7D', 'console/trpc/session.signIn'].map((path) => answerWithinMs(`http://127.0.0.1:4100/${path}`));
    expect(within).toEqual([900_000, 900_000, 900_000, 30_000, 30_000, 30_000]);
  });
  it('[SCR15] reads the one-time token of the address and nothing else', () => {
    expect(['#token=abc_DEF-123456', '#token=x', '#/people', ''].map(tokenOfFragment)).toEqual(['abc_DEF-123456', undefined, undefined, undefined]);
  });
});
