import { useTranslation } from 'react-i18next';
import type { CareState, Controlled } from '../../../src-shared/domain/chronic/derive-care-state.ts';
import { Badge } from '../../ui/StatusBadge.tsx';

const tones = { onTime: 'good', due: 'info', overdue: 'warn', lost: 'stop' } as const;

/** Whether somebody comes in time: a colour, and the word that says it too. */
export function CareStateBadge({ state }: { state: CareState }) {
  const { t } = useTranslation();
  return <Badge tone={tones[state]}>{t(`chronic.states.${state}`)}</Badge>;
}

const controlledTones = { yes: 'good', no: 'warn', unknown: 'calm' } as const;

/** Whether a condition is controlled. */
export function ControlledBadge({ controlled }: { controlled: Controlled }) {
  const { t } = useTranslation();
  return <Badge tone={controlledTones[controlled]}>{t(`chronic.controlled.${controlled}`)}</Badge>;
}
