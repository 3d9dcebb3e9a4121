import { useTranslation } from 'react-i18next';
import type { EquipmentRow } from '../../../src-shared/contract/queries.ts';
import { equipmentStates } from '../../../src-shared/domain/facility/equipment.schema.ts';
import { piecesHere } from '../../../src-shared/domain/facility/derive-equipment.ts';
import { Badge } from '../../ui/StatusBadge.tsx';
import { isAskedAbout } from './equipment-filters.ts';

const tones = { working: 'good', awaitingRepair: 'warn', awaitingDisposal: 'stop', writtenOff: 'calm', sentAway: 'calm' } as const;

/** The states pieces of a line are in, each with how many where there is more than one. `quiet`, in a list: neither what works, nor what has left while others are here. */
export function EquipmentMarks({ line, quiet = false }: { line: EquipmentRow; quiet?: boolean }) {
  const { t } = useTranslation();
  const isLeft = piecesHere(line) > 0;
  const states = equipmentStates.filter((state) => line.counts[state] > 0 && !(quiet && (state === 'working' || (isLeft && (state === 'writtenOff' || state === 'sentAway')))));
  return (
    <>
      {states.map((state) => <Badge key={state} tone={tones[state]}>{line.quantity === 1 ? t(`equipment.states.${state}`) : t('equipment.piecesIn', { count: line.counts[state], state: t(`equipment.states.${state}`).toLowerCase() })}</Badge>)}
      {isAskedAbout(line) && <Badge tone="info">{t('equipment.cold.mark')}</Badge>}
      {line.calibration && <Badge tone={line.calibration === 'overdue' ? 'stop' : 'warn'}>{t(`equipment.calibration.${line.calibration}`)}</Badge>}
    </>
  );
}
