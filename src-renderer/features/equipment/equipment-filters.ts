import type { EquipmentRow } from '../../../src-shared/contract/queries.ts';
import { proposeColdPlace } from '../../../src-shared/domain/cold-chain/propose-cold-place.ts';
import { foldForSearch } from '../../../src-shared/domain/common/fold-for-search.ts';
import { piecesHere } from '../../../src-shared/domain/facility/derive-equipment.ts';

export const filters = ['here', 'working', 'awaitingRepair', 'awaitingDisposal', 'calibration', 'cold', 'gone', 'voided'] as const;
export type Filter = (typeof filters)[number];

const fits: Readonly<Record<Filter, (line: EquipmentRow) => boolean>> = {
  here: (line) => piecesHere(line) > 0, working: ({ counts }) => counts.working > 0, awaitingRepair: ({ counts }) => counts.awaitingRepair > 0,
  awaitingDisposal: ({ counts }) => counts.awaitingDisposal > 0, calibration: ({ calibration }) => calibration !== undefined, cold: isAskedAbout, gone: ({ counts }) => counts.writtenOff + counts.sentAway > 0, voided: () => true,
};

/** It is here, and looks like a cold place. */
export function isAskedAbout(line: EquipmentRow): boolean {
  return !line.voided && piecesHere(line) > 0 && proposeColdPlace(line) !== undefined;
}

/** Lines of one kind that have every word typed, marks or none; what was struck out is among those struck out only. */
export function linesShown(lines: readonly EquipmentRow[], filter: Filter, asked: string): EquipmentRow[] {
  const words = foldForSearch(asked).split(' ').filter(Boolean);
  return lines.filter((line) => {
    if ((line.voided !== undefined) !== (filter === 'voided') || !fits[filter](line)) return false;
    if (words.length === 0) return true;
    const folded = foldForSearch([line.name, line.code, line.serial, line.model, line.maker, line.location].filter(Boolean).join(' '));
    return words.every((word) => folded.includes(word));
  });
}
