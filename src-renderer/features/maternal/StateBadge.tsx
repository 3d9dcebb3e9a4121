import { useTranslation } from 'react-i18next';
import type { MaternalState, PregnancyStanding } from '../../../src-shared/domain/maternal/derive-pregnancy.ts';
import { Badge } from '../../ui/StatusBadge.tsx';

const tones = { onTime: 'good', due: 'info', overdue: 'warn', pastDue: 'stop' } as const;

/** Whether she comes in time: a colour, and the word that says it too. */
export function StateBadge({ state }: { state: MaternalState }) {
  const { t } = useTranslation();
  return <Badge tone={tones[state]}>{t(`maternal.states.${state}`)}</Badge>;
}

/** That a pregnancy is one to be watched; nothing of another. */
export function RiskBadge({ standing }: { standing: Pick<PregnancyStanding, 'isHighRisk'> }) {
  const { t } = useTranslation();
  return standing.isHighRisk ? <Badge tone="warn">{t('maternal.highRisk')}</Badge> : null;
}
