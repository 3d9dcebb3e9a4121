import type { SyncStatus } from '../../../src-shared/contract/queries.ts';
import { missingAt } from '../../ui/missing-at.ts';

export type TruthTone = 'calm' | 'proved' | 'waiting' | 'warn' | 'stop';
/** Words to say, by key below `truth.`, with their facts; the frame turns instants and units into words. */
export interface TruthWords { key: string; count?: number; unit?: { unit: string; tier: string; name?: string }; when?: string }
export interface TruthLine { tone: TruthTone; head: TruthWords; details: TruthWords[] }

/**
 * What the line in the frame may say, and never more: "proved" only from `provedUnit`, which comes from receipts. What a
 * person must act on (sealed, refused, differs) is said before what settles itself.
 */
export function truthLine(status: SyncStatus, isHead = false, isPractice = false): TruthLine {
  const base: TruthLine = isPractice && status.line === 'notEnrolled' ? { tone: 'calm', head: { key: 'practice' }, details: [{ key: 'practiceDetail' }] } : aged(carriage(status), status, isHead);
  if (status.line === 'sealed') return base;
  if (status.denied > 0) return { tone: 'stop', head: { key: 'refused', count: status.denied }, details: [{ key: 'refusedDetail' }, base.head] };
  if (status.conflicts > 0) return { tone: 'warn', head: { key: 'conflicts', count: status.conflicts }, details: [{ key: 'conflictsDetail' }, base.head] };
  return base;
}

/** What has waited for a day is amber, for three days red: to the head, who can see to a line; nobody else is shown a red clock. */
function aged(line: TruthLine, { waiting, waitsFor }: SyncStatus, isHead: boolean): TruthLine {
  if (line.tone !== 'waiting' || waiting === 0 || waitsFor === undefined) return line;
  return { ...line, tone: waitsFor === 'threeDays' && isHead ? 'stop' : 'warn' };
}

/** How things stand on the road upwards. */
function carriage(status: SyncStatus): TruthLine {
  const proved = provedWords(status);
  // Only the program's own notes may be left.
  const waits: TruthWords = status.records.waiting > 0 ? { key: 'waiting', count: status.records.waiting } : { key: 'waitingNotes' };
  const waiting: TruthWords[] = status.waiting > 0
    ? [waits, ...(status.oldestWaitingAt ? [{ key: 'waitingSince', when: status.oldestWaitingAt }] : [])] : [];
  switch (status.line) {
    case 'sealed': return { tone: 'stop', head: { key: 'sealed' }, details: [{ key: 'sealedDetail' }] };
    case 'notEnrolled': return { tone: 'calm', head: { key: 'notEnrolled' }, details: [status.records.here > 0 ? { key: 'notEnrolledDetail', count: status.records.here } : { key: 'notEnrolledNone' }] };
    case 'hubRefuses': return { tone: 'stop', head: { key: 'hubRefuses' }, details: [{ key: 'hubRefusesDetail' }, ...waiting.slice(0, 1)] };
    case 'hubBroken': return { tone: 'warn', head: { key: 'hubBroken' }, details: [{ key: 'hubBrokenDetail' }, ...waiting.slice(0, 1)] };
    case 'wrongClock': return { tone: 'warn', head: { key: 'wrongClock' }, details: [{ key: 'wrongClockDetail' }, ...waiting.slice(0, 1)] };
    case 'noLine': return {
      tone: 'waiting', head: { key: 'noLine' },
      details: status.records.waiting > 0 ? [{ key: 'noLineWaiting', count: status.records.waiting }, ...waiting.slice(1)] : [proved[0] ?? { key: 'noLineNone' }, ...proved.slice(1)],
    };
  }
  const [head, ...detail] = waiting;
  if (head) return { tone: 'waiting', head, details: status.line === 'exchanging' ? [{ key: 'exchanging' }] : [...detail, ...proved.slice(0, 1)] };
  if (proved[0] && status.allProved) return { tone: 'proved', head: proved[0], details: proved.slice(1) };
  if (status.totalOwn === 0) return { tone: 'calm', head: { key: 'empty' }, details: [] };
  const missing = Math.max(0, ...status.tiers.slice(0, 1).map(missingAt));
  return { tone: 'waiting', head: { key: 'sent' }, details: missing > 0 ? [{ key: 'sentDetail' }] : proved };
}

function provedWords({ provedUnit, provedAt, tiers }: SyncStatus): TruthWords[] {
  const unit = tiers.find((tier) => tier.unit === provedUnit);
  if (!unit) return [];
  return [{ key: 'proved', unit }, ...(provedAt ? [{ key: 'provedDetail', when: provedAt }] : [])];
}
