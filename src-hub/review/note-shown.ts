import { noteAccesses } from '../provisioning/access-log.ts';
import { instantOf, type WorkPlace } from '../provisioning/work-place.ts';
import type { ConsoleSession, Purpose } from './console-sessions.ts';

export type ShownAs = 'listPeople' | 'findPerson' | 'openConflict';

/** Notes who stands in a list that is about to be shown, each once for a piece of work. */
export function noteShown({ book, now }: Pick<WorkPlace, 'book' | 'now'>, session: ConsoleSession, { purpose, note = '' }: Purpose, action: ShownAs, rows: readonly { unit: string; patientId: string; recordId?: string }[]): void {
  const at = instantOf(now());
  noteAccesses(book, rows.flatMap(({ unit, patientId, recordId }) => {
    const key = `${action}\n${unit}\n${patientId}`;
    if (patientId === '' || session.shown.has(key)) return [];
    session.shown.add(key);
    return [{ at, account: session.account, action, unit, recordId: action === 'openConflict' ? recordId ?? '' : '', patientId, purpose, note }];
  }));
}
