import { IconAlertTriangle, IconCheck, IconCircle, IconClock, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PlannedVisit } from '../../../src-shared/domain/maternal/planned-visits.ts';
import type { PlannedPostnatal } from '../../../src-shared/domain/maternal/postnatal-plan.ts';
import { formatDate } from '../../ui/format.ts';
import styles from './MaternalPanel.module.css';

const icons = { done: IconCheck, due: IconClock, late: IconAlertTriangle, missed: IconX, toCome: IconCircle } as const;

function Step({ name, state, untilOn }: { name: string; state: PlannedVisit['state']; untilOn: string }) {
  const { t } = useTranslation();
  const Icon = icons[state];
  return <li data-state={state} title={formatDate(untilOn)}><Icon size={15} aria-hidden /><span><strong>{name}</strong><span>{t(`maternal.steps.state.${state}`)}</span></span></li>;
}

/** The four visits planned before a birth as a row of steps: a sign, a colour and a word for each. */
export function AntenatalSteps({ planned }: { planned: readonly PlannedVisit[] }) {
  const { t } = useTranslation();
  if (planned.length === 0) return null;
  return <ol className={styles.steps} aria-label={t('maternal.panel.stepsAntenatal')} data-testid="planned-visits">{planned.map(({ fromWeeks: from, untilWeeks: until, state, untilOn }) => <Step key={from} state={state} untilOn={untilOn} name={from === 0 ? t('maternal.steps.first', { until }) : t('maternal.steps.weeks', { from, until })} />)}</ol>;
}

/** The three visits planned after a birth. */
export function PostnatalSteps({ planned }: { planned: readonly PlannedPostnatal[] }) {
  const { t } = useTranslation();
  if (planned.length === 0) return null;
  return <ol className={styles.steps} aria-label={t('maternal.panel.stepsPostnatal')} data-testid="planned-visits">{planned.map(({ window, state, untilOn }) => <Step key={window} state={state} untilOn={untilOn} name={t(`maternal.steps.windows.${window}`)} />)}</ol>;
}
