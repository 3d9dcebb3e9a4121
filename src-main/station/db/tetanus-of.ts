import { isRealDate } from '../../../src-shared/domain/common/fields.ts';
import { dueDay } from '../../../src-shared/domain/maternal/gestation.ts';
import { deriveTetanus, type TetanusDose, type TetanusStanding } from '../../../src-shared/domain/maternal/tetanus.ts';
import { immunizationsOf } from './immunizations-of.ts';
import type { KnownMaternal, KnownPregnancy } from './maternal-of.ts';

type Sources = Parameters<typeof immunizationsOf>[0];

/** Doses of tetanus vaccine on a woman's card, in force; of one copied from a book perhaps only the year is known. */
export function tetanusOnCard(db: Sources, patientId: string): TetanusDose[] {
  return immunizationsOf(db, patientId).filter(({ vaccine, status, voided }) => vaccine === 'TT' && status === 'completed' && voided === undefined)
    .map(({ occurredOn, doseNumber }) => ({ doseNumber, ...(isRealDate(occurredOn) ? { on: occurredOn } : {}) }));
}

/** How she stands in a pregnancy that goes on, by all that is known of her: what was said when she was registered, antenatal visits, her card. */
export function tetanusOf(db: Sources, patientId: string, pregnancy: KnownPregnancy, { pregnancies, visits }: KnownMaternal, today: string): TetanusStanding {
  const before = pregnancies.flatMap(({ voided, tetanusDosesBefore }) => (voided === undefined && tetanusDosesBefore !== undefined ? { doseNumber: tetanusDosesBefore } : []));
  const atVisits = visits.flatMap(({ voided, tetanusDose, occurredOn }) => (voided === undefined && tetanusDose !== undefined ? { doseNumber: tetanusDose, on: occurredOn } : []));
  return deriveTetanus({ registeredOn: pregnancy.registeredOn, due: dueDay(pregnancy), doses: [...before, ...atVisits, ...tetanusOnCard(db, patientId)] }, today);
}
