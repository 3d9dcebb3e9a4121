import type { ChosenStation } from './chosen-station.ts';

/** How far the first start had come; what a password or a file's PIN opened is not kept. */
export interface KeptStation { at: 'station' | 'account'; unit: string; unitName: string }

/** What stood there before the page was loaded again: nothing is on the disk yet, so the browser's history keeps it. */
export function keptStation(): KeptStation | undefined {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !('firstStart' in state)) return undefined;
  return state.firstStart as KeptStation;
}

/** Typed so far, or chosen. */
export function keepStation(at: KeptStation['at'], { unit, unitName, enrolment }: ChosenStation): void {
  history.replaceState(enrolment ? null : { firstStart: { at, unit, unitName } satisfies KeptStation }, '');
}

export const forgetStation = (): void => { history.replaceState(null, ''); };
