import type { TFunction } from 'i18next';
import type { vvmStages } from '../../src-shared/domain/supply/vvm-stage.ts';

const keys = { 1: 's1', 2: 's2', 3: 's3', 4: 's4' } as const;

/** A stage and what follows from it, to choose from. */
export const vvmWords = (stage: (typeof vvmStages)[number], t: TFunction): string => t(`supply.vvm.stages.${keys[stage]}`);
