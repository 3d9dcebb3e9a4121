import { useTranslation } from 'react-i18next';
import type { Lot } from '../../src-shared/domain/supply/supply.schema.ts';
import { isSpentStage, isUsedFirst, vvmStage } from '../../src-shared/domain/supply/vvm-stage.ts';
import { Badge } from './StatusBadge.tsx';

/** The stage last seen of a lot's vial monitors, in words what follows from it; nothing where nobody looked. */
export function VvmBadge({ lot }: { lot: Pick<Lot, 'vvmChecks'> }) {
  const { t } = useTranslation();
  const stage = vvmStage(lot);
  if (stage === undefined) return null;
  return <Badge tone={isSpentStage(stage) ? 'stop' : isUsedFirst(lot) ? 'warn' : 'calm'}>{isSpentStage(stage) ? t('supply.vvm.spent', { stage }) : isUsedFirst(lot) ? t('supply.vvm.first', { stage }) : t('supply.vvm.stage', { stage })}</Badge>;
}
