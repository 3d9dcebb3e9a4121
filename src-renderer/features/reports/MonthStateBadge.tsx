import { useTranslation } from 'react-i18next';
import type { MonthState } from '../../../src-shared/contract/reports.ts';
import { Badge } from '../../ui/StatusBadge.tsx';

const tones = { open: 'calm', nothing: 'calm', unlocked: 'calm', due: 'warn', late: 'stop', locked: 'info', returned: 'warn', accepted: 'good' } as const;

/** How a month stands, in a word and a colour. */
export function MonthStateBadge({ state }: { state: MonthState }) {
  const { t } = useTranslation();
  return <Badge tone={tones[state]}>{t(`reports.states.${state}`)}</Badge>;
}
