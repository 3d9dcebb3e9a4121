import type { TFunction } from 'i18next';
import type { ImportRow, ImportState } from '../../../src-shared/contract/imports.ts';
import { hasWords, say } from '../../i18n/say.ts';
import { formatDate } from '../../ui/format.ts';

/** Words of one reason, with the column it stands in (by its heading, else by the field read from it; merged headings leave columns without) and what stands there. */
export function problemWords({ code, field, letter, heading, value }: ImportRow['problems'][number], t: TFunction): string {
  const key = ['imports.problems', 'issues', 'refusals'].map((group) => `${group}.${code}`).find(hasWords);
  const reason = key === undefined ? t('refusals.unfit') : say(t, key, { value, max: 130 });
  const what = heading || (field === undefined ? '' : fieldWords(field, t));
  const named = what === '' ? reason : letter === undefined ? t('imports.noColumn', { heading: what, reason }) : t('imports.at', { letter, heading: what, reason });
  return value !== undefined && code !== 'RepeatedInFile' ? `${named} · ${t('imports.value', { value })}` : named;
}

/** Everything to say of a row that is not taken in. */
export function rowWords(row: ImportRow, t: TFunction): string[] {
  if (row.outcome === 'refused') return row.problems.map((problem) => problemWords(problem, t));
  const what = t(row.outcome === 'there' ? 'imports.isThere' : 'imports.isLikely');
  return row.people.map(({ fullName, bornOn, village, because }) => `${[fullName, formatDate(bornOn), village].filter(Boolean).join(', ')}: ${what} (${because.map((reason) => t(`same.because.${reason}`)).join(', ')})`);
}

export const fieldWords = (field: string, t: TFunction): string => (hasWords(`imports.fields.${field}`) ? say(t, `imports.fields.${field}`) : field);

/** The counts worth saying, as sentences. */
export function countWords(state: ImportState, t: TFunction): { key: string; words: string; tone: 'good' | 'warn' | 'calm' }[] {
  const tried = state.step === 'trying' || state.step === 'tried';
  const counts: [string, number, 'good' | 'warn' | 'calm'][] = [[tried ? 'wouldAdd' : 'added', state.added, 'good'], ['already', state.already, 'calm'], ['there', state.there, 'calm'], ['likely', state.likely, 'warn'], ['refused', state.refused, 'warn']];
  return counts.filter(([key, count]) => count > 0 || key === 'added' || key === 'wouldAdd').map(([key, count, tone]) => ({ key, words: say(t, `imports.${key}`, { count }), tone }));
}
