import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SyncStatus } from '../../../src-shared/contract/queries.ts';
import { truthLine } from '../../../src-renderer/features/frame/truth-line.ts';
import { say } from '../../../src-renderer/i18n/say.ts';
import { speakIn } from './support.ts';

const district = { unit: '769', tier: 'district', proved: 40, missing: 0, publishedAt: '2026-11-22T03:00:00.000Z' };
const aStatus = (changes: Partial<SyncStatus> = {}): SyncStatus => ({ records: { here: changes.totalOwn ?? 40, waiting: changes.waiting ?? 0 }, line: 'idle', waiting: 0, denied: 0, conflicts: 0, tiers: [district], allProved: true, provedUnit: '769', provedAt: '2026-11-22T02:59:00.000Z', totalOwn: 40, ...changes });
const keys = (status: SyncStatus) => { const { head, details } = truthLine(status); return [head.key, ...details.map(({ key }) => key)]; };

describe('the line that tells the truth', () => {
  it('[SCR7] says proved, at which unit and up to when, once everything is proved', () => {
    expect(truthLine(aStatus())).toEqual({ tone: 'proved', head: { key: 'proved', unit: district }, details: [{ key: 'provedDetail', when: '2026-11-22T02:59:00.000Z' }] });
  });
  it('[SCR7] says sent, not proved, while the receipts miss something', () => {
    expect(keys(aStatus({ allProved: false, provedUnit: undefined, tiers: [{ ...district, missing: 2 }] }))).toEqual(['sent', 'sentDetail']);
  });
  it('[SYN92] says sent, not proved, while a record of another PC of the station is not confirmed', () => {
    const tiers = [{ ...district, others: 20, othersMissing: 2 }];
    expect(truthLine(aStatus({ allProved: false, provedUnit: undefined, tiers }))).toEqual({ tone: 'waiting', head: { key: 'sent' }, details: [{ key: 'sentDetail' }] });
  });
  it('[SCR7] says how many wait and since when', () => {
    expect(truthLine(aStatus({ waiting: 3, oldestWaitingAt: '2026-11-22T01:00:00.000Z', allProved: false })).head).toEqual({ key: 'waiting', count: 3 });
    expect(truthLine(aStatus({ waiting: 4, records: { here: 40, waiting: 2 }, allProved: false })).head).toEqual({ key: 'waiting', count: 2 });
    expect(truthLine(aStatus({ waiting: 1, records: { here: 40, waiting: 0 }, allProved: false })).head).toEqual({ key: 'waitingNotes' });
  });
  it('[SCR7] says in practice that nothing is sent; what differs comes first there too', () => {
    const practice = aStatus({ line: 'notEnrolled', tiers: [], allProved: false, provedUnit: undefined, waiting: 40 });
    expect(truthLine(practice, true, true)).toEqual({ tone: 'calm', head: { key: 'practice' }, details: [{ key: 'practiceDetail' }] });
    expect(truthLine({ ...practice, conflicts: 1 }, true, true).head.key).toBe('conflicts');
    // What is sent to a practice hub is not denied.
    expect(truthLine(aStatus({}), true, true)).toEqual(truthLine(aStatus({}), true));
    expect(truthLine({ ...practice, line: 'noLine' }, true, true).head.key).toBe('noLine');
  });
  it('[SCR7] says a wrong clock where a line would be said to be missing', () => {
    expect(keys(aStatus({ line: 'wrongClock', waiting: 3, allProved: false }))).toEqual(['wrongClock', 'wrongClockDetail', 'waiting']);
  });
  it('[SCR7] says no line, and that all is saved here', () => {
    expect(keys(aStatus({ line: 'noLine', waiting: 3, allProved: false }))).toEqual(['noLine', 'noLineWaiting']);
    expect(keys(aStatus({ line: 'noLine', provedUnit: undefined, allProved: false }))).toEqual(['noLine', 'noLineNone']);
  });
  it('[SCR7] puts what a person must act on before what settles itself', () => {
    expect(keys(aStatus({ line: 'noLine', denied: 2, conflicts: 1, waiting: 5 }))[0]).toBe('refused');
    expect(keys(aStatus({ conflicts: 1, waiting: 5 }))[0]).toBe('conflicts');
    expect(keys(aStatus({ line: 'sealed', denied: 2 }))[0]).toBe('sealed');
  });
  it('[SYN75] what waited for a day is amber, for three days red, to the head only; a fault of the receiver stays what it is', () => {
    const waiting = { waiting: 3, oldestWaitingAt: '2026-11-19T01:00:00.000Z', allProved: false };
    for (const line of ['idle', 'noLine'] as const) {
      expect([undefined, 'day', 'threeDays'].map((waitsFor) => truthLine(aStatus({ ...waiting, line, waitsFor: waitsFor as SyncStatus['waitsFor'] }), true).tone)).toEqual(['waiting', 'warn', 'stop']);
      expect([undefined, 'day', 'threeDays'].map((waitsFor) => truthLine(aStatus({ ...waiting, line, waitsFor: waitsFor as SyncStatus['waitsFor'] }), false).tone)).toEqual(['waiting', 'warn', 'warn']);
    }
    expect(truthLine(aStatus({ ...waiting, line: 'hubRefuses', waitsFor: 'threeDays' }), false).tone).toBe('stop');
    expect(truthLine(aStatus({ waitsFor: 'threeDays' }), true).tone).toBe('proved');
  });
  it('[SCR7] never says proved without a proof, whatever the rest', () => {
    fc.assert(fc.property(
      fc.record({ line: fc.constantFrom<SyncStatus['line'][]>('notEnrolled', 'sealed', 'noLine', 'hubRefuses', 'hubBroken', 'exchanging', 'idle'), waiting: fc.nat(5), denied: fc.nat(2), conflicts: fc.nat(2), allProved: fc.boolean(), totalOwn: fc.nat(50) }),
      (changes) => {
        expect(keys(aStatus({ ...changes, provedUnit: undefined, provedAt: undefined }))).not.toContain('proved');
        if (!changes.allProved || changes.waiting > 0) expect(truthLine(aStatus(changes)).tone).not.toBe('proved');
      }));
  });
  it('[SCR7] every sentence has words in both languages', async () => {
    const lines: SyncStatus['line'][] = ['notEnrolled', 'sealed', 'noLine', 'hubRefuses', 'hubBroken', 'exchanging', 'idle'];
    for (const language of ['vi', 'en'] as const) {
      const t = await speakIn(language);
      for (const line of lines) for (const waiting of [0, 3]) for (const totalOwn of [0, 9]) for (const denied of [0, 1]) {
        const { head, details } = truthLine(aStatus({ line, waiting, totalOwn, denied, oldestWaitingAt: '2026-11-22T01:00:00.000Z', allProved: false }));
        expect(say(t, 'truth.waitingNotes')).not.toContain('truth.');
        for (const { key, count } of [head, ...details]) expect(say(t, `truth.${key}`, { count, unit: 'x', when: 'y' })).not.toMatch(/truth\.|\{\{/);
      }
    }
  });
});
