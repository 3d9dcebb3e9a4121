import type { TFunction } from 'i18next';
import type { QualityProblem } from '../../../src-shared/domain/review/find-quality-problems.ts';
import { hasWords, say } from '../../i18n/say.ts';
import { fieldWords } from '../../ui/field-words.ts';

/** A quality problem in words; where it is about one measure, which. */
export function problemWords({ code, field }: QualityProblem, t: TFunction): string {
  const words = say(t, `review.problems.${hasWords(`review.problems.${code}`) ? code : 'other'}`);
  if (code === 'GroupEmpty' && field !== undefined) return `${words}: ${say(t, `review.groups.${field}`)}`;
  return code === 'VitalSignMissing' && field !== undefined ? `${words}: ${fieldWords(field, t)}` : words;
}
