import { useTranslation } from 'react-i18next';
import type { LotRow } from '../../../src-shared/contract/queries.ts';
import { Badge } from '../../ui/StatusBadge.tsx';

const tones = { usable: 'good', expiringSoon: 'warn', expired: 'stop', onHold: 'info', recalled: 'stop' } as const;

/** Whether a lot may be given out today. */
export function LotStateBadge({ state }: { state: LotRow['state'] }) {
  const { t } = useTranslation();
  return <Badge tone={tones[state]}>{t(`supply.states.${state}`)}</Badge>;
}
